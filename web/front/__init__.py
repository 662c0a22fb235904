"""What stands before the application: under which path it is reached, who may call, HEAD."""
