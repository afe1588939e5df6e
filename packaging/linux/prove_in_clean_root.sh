#!/bin/sh
# Install the Debian package in a root that holds nothing but Debian's base, use it, upgrade it, and remove it:
#   prove_in_clean_root.sh PACKAGE.deb FOLDER
# Runs as root on Debian; needs debootstrap, and Debian's packages through apt. FOLDER is made where it is missing.
set -eu
deb=$1 root=$2
inside() {
    unshare --mount sh -c '
        root=$1; shift
        mount --bind /proc "$root/proc"
        mount --bind /dev "$root/dev"
        exec chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 HOME=/root DEBIAN_FRONTEND=noninteractive "$@"
    ' sh "$root" "$@"
}
as_student() { inside setpriv --reuid student --regid student --init-groups env HOME=/home/student "$@"; }
[ -d "$root/usr" ] || debootstrap --variant=minbase bookworm "$root"
cp "$deb" "$root/tmp/claimlight.deb"
inside apt-get update -qq
inside apt-get install -y -qq --no-install-recommends /tmp/claimlight.deb
inside dpkg --verify claimlight
inside id student 2>/dev/null || inside useradd --create-home student
! inside sh -c 'command -v python3' || echo "There is a Python in this root; it proves less."
as_student claimlight --version
as_student claimlight self-test
as_student claimlight check /usr/lib/claimlight/inside/lessons/storm-damage
as_student claimlight make-class 7b -o /home/student/7b.claimclass
inside apt-get install -y -qq --reinstall --no-install-recommends /tmp/claimlight.deb
inside apt-get remove -y -qq claimlight
[ ! -e "$root/usr/lib/claimlight" ] && [ ! -e "$root/usr/bin/claimlight" ]
[ -e "$root/home/student/.local/share/claimlight/classbook.db" ]
echo "Installed, used, installed over itself and removed; the work is still there."
