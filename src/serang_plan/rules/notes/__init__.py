"""Rules whose findings are notes: apart, since what counts errors and warnings need not load them."""
