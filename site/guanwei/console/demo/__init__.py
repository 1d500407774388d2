"""The demo county 清河县: fictional, built through the services, served with one command."""
