"""The outbox: frozen payloads, attempts, receipts, channels. Sending is journaled before it happens (law L7)."""
