"""Staff views of the suppliers' certificates, and the register of the guide."""
