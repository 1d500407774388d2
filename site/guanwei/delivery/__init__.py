"""The outbox: frozen payloads, attempts, receipts, channels. Sending is journaled first (L7)."""
