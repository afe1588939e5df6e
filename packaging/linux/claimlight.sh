#!/bin/sh
exec /usr/lib/claimlight/claimlight "$@"
