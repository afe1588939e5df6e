#!/bin/sh
# Install the Debian package in a root that holds nothing but Debian's base, use it, upgrade it, and remove it:
#   prove_in_clean_root.sh PACKAGE.deb FOLDER
# Runs as root on Debian; needs debootstrap, and Debian's packages through apt. FOLDER is made where it is missing. The
# older version that is upgraded is the same package with a lower number and one file more.
set -eu
deb=$1 root=$2 data=$(dirname "$0")/../../tests/data
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
older=$(mktemp -d)
dpkg-deb --raw-extract "$deb" "$older/tree"
sed -i 's/^Version: .*/Version: 0.9/' "$older/tree/DEBIAN/control"
touch "$older/tree/usr/lib/claimlight/only-in-0.9"
dpkg-deb --build -Zgzip -z1 "$older/tree" "$root/tmp/older.deb" >/dev/null
rm -r "$older"
inside apt-get update -qq
inside dpkg --remove claimlight # of an earlier proof
inside apt-get install -y -qq --no-install-recommends /tmp/older.deb
inside id student 2>/dev/null || inside useradd --create-home student
inside rm -rf /home/student/.local/share/claimlight
inside install -d -o student -g student /home/student/.local /home/student/.local/share /home/student/.local/share/claimlight
cp "$data/classbooks/class.v2.db" "$root/home/student/.local/share/claimlight/classbook.db"
cp "$data/workbooks/v1.db" "$root/home/student/.local/share/claimlight/workbook.db"
inside chown -R student:student /home/student/.local
inside apt-get install -y -qq --no-install-recommends /tmp/claimlight.deb
inside dpkg --verify claimlight
[ ! -e "$root/usr/lib/claimlight/only-in-0.9" ]
as_student claimlight results --class 7b --format csv | grep Ada
as_student claimlight export-data --person Ada -o /home/student/ada-$$.json
ls "$root/home/student/.local/share/claimlight/backups" | grep .
! inside sh -c 'command -v python3' || echo "There is a Python in this root; it proves less."
as_student claimlight --version
as_student claimlight self-test
as_student claimlight check /usr/lib/claimlight/inside/lessons/storm-damage
as_student claimlight make-class 8b -o "/home/student/8b-$$.claimclass"
inside apt-get remove -y -qq claimlight | tee "$root/tmp/said"
grep -q "work stays where it is, in .local/share/claimlight" "$root/tmp/said"
[ ! -e "$root/usr/lib/claimlight" ] && [ ! -e "$root/usr/bin/claimlight" ]
[ -e "$root/home/student/.local/share/claimlight/classbook.db" ]
[ -e "$root/home/student/.local/share/claimlight/workbook.db" ]
echo "Installed, upgraded with its data, used and removed; the work is still there, and it was said where."
