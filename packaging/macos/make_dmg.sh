#!/bin/sh
# Sign, pack and notarise: make_dmg.sh PROGRAM.app STAGE IMAGE.dmg
# CODESIGN_IDENTITY ("Developer ID Application: …") and NOTARY_PROFILE (made once by `xcrun notarytool
# store-credentials`) are taken from the environment; without them the image is unsigned, and says so.
set -eu
app=$1 stage=$2 image=$3
if [ -n "${CODESIGN_IDENTITY:-}" ]; then
    find "$app" -type f \( -name '*.dylib' -o -name '*.so' \) \
        -exec codesign --force --timestamp --options runtime --sign "$CODESIGN_IDENTITY" {} +
    codesign --force --deep --timestamp --options runtime --sign "$CODESIGN_IDENTITY" \
        --entitlements "$(dirname "$0")/entitlements.plist" "$app"
    codesign --verify --deep --strict "$app"
else
    echo "Not signed: CODESIGN_IDENTITY is not set. Macs will ask before they open it."
fi
rm -rf "$stage"
mkdir -p "$stage"
cp -R "$app" "$stage/"
ln -s /Applications "$stage/Applications"
rm -f "$image"
hdiutil create -volname Claimlight -srcfolder "$stage" -format ULMO -ov "$image"
rm -rf "$stage"
if [ -n "${CODESIGN_IDENTITY:-}" ] && [ -n "${NOTARY_PROFILE:-}" ]; then
    codesign --timestamp --sign "$CODESIGN_IDENTITY" "$image"
    xcrun notarytool submit "$image" --keychain-profile "$NOTARY_PROFILE" --wait
    xcrun stapler staple "$image"
fi
