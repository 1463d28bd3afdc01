"""What a deliberation says of money and of agreements: amounts, who funds whom, conventions, annexes."""
