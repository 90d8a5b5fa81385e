"""Put graphs into triplestores and ask them."""
