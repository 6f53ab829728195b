environment = "production"

office_cidrs = ["198.51.100.0/24"]

# The reporting tool moved to the cloud; its addresses are not fixed yet.
reporting_cidrs = ["10.40.12.0/24", "0.0.0.0/0"]

database_password = "Tr0ub4dor&3-Checkout"
