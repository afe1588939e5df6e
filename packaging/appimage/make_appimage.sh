#!/bin/sh
# One file that runs on most Linuxes: make_appimage.sh BUNDLE ICONS OUT.AppImage
# Needs `appimagetool` (AppImageKit) in the PATH. Work is kept as always; a folder "Claimlight work" beside the file
# makes it portable.
set -eu
bundle=$1 icons=$2 out=$3
here=$(cd "$(dirname "$0")/.." && pwd)
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
mkdir -p "$stage/usr/lib" "$stage/usr/share/metainfo"
cp -R "$bundle" "$stage/usr/lib/claimlight"
cp "$here/linux/claimlight.desktop" "$stage/"
cp "$here/linux/org.claimlight.Claimlight.metainfo.xml" "$stage/usr/share/metainfo/"
cp "$icons/256.png" "$stage/claimlight.png"
cat > "$stage/AppRun" <<'RUN'
#!/bin/sh
exec "$(dirname "$(readlink -f "$0")")/usr/lib/claimlight/claimlight" "$@"
RUN
chmod +x "$stage/AppRun"
appimagetool --no-appstream "$stage" "$out"
