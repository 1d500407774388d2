"""机构: an agency with its units, bodies, posts and what is vacant; read by all who hold a post there."""
