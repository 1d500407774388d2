"""发布情况: releases on their way, in trouble, with an end; taking down, and what stands on platforms."""
