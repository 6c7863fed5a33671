"""What happens to outputs when machines, disks, people and memories fail: tried many times, counted, none may be wrong."""
