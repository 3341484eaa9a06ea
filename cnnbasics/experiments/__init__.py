"""What the units' experiments share with the tests that repeat them: networks, data, training."""
