"""The CIN census: a return in XML, gone through child by child."""
