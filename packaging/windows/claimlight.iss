; The installer for Windows: for one person, without an administrator. Inno Setup 6 compiles it:
;   iscc /DVersion=1.0.0 /DBundle=FOLDER claimlight.iss
; Silent, for many computers:  claimlight-1.0.0-setup.exe /VERYSILENT /SUPPRESSMSGBOXES /NORESTART
; For everybody on a computer, run as administrator:  … /ALLUSERS
#ifndef Version
  #define Version "1.0.0"
#endif
#ifndef Bundle
  #define Bundle "..\..\dist\package\claimlight"
#endif

[Setup]
AppId={{6C1D2B52-7A3E-4C0B-9B5E-0E3C1A7F4D11}
AppName=Claimlight
AppVersion={#Version}
AppPublisher=The makers of Claimlight
VersionInfoVersion={#Version}
DefaultDirName={autopf}\Claimlight
DefaultGroupName=Claimlight
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=commandline dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
ChangesAssociations=yes
CloseApplications=yes
Compression=lzma2/ultra64
SolidCompression=yes
OutputBaseFilename=claimlight-{#Version}-setup
SetupIconFile=..\..\dist\package\icons\claimlight.ico
UninstallDisplayIcon={app}\claimlight.exe
LicenseFile=..\..\LICENSE
WizardStyle=modern

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "es"; MessagesFile: "compiler:Languages\Spanish.isl"
Name: "fr"; MessagesFile: "compiler:Languages\French.isl"
Name: "uk"; MessagesFile: "compiler:Languages\Ukrainian.isl"
#if FileExists(AddBackslash(CompilerPath) + "Languages\Arabic.isl")  ; only newer compilers bring it
Name: "ar"; MessagesFile: "compiler:Languages\Arabic.isl"
#endif

[Files]
Source: "{#Bundle}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs

[InstallDelete]
; What an older version had inside and this one has not. No work is in it.
Type: filesandordirs; Name: "{app}\inside"

[Icons]
Name: "{autoprograms}\Claimlight"; Filename: "{app}\claimlight.exe"

[Registry]
; HKA: of this person, or of everybody where it is installed for all.
Root: HKA; Subkey: "Software\Classes\Claimlight.File"; ValueType: string; ValueData: "Claimlight"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Claimlight.File\DefaultIcon"; ValueType: string; ValueData: "{app}\claimlight.exe,0"
Root: HKA; Subkey: "Software\Classes\Claimlight.File\shell\open\command"; ValueType: string; ValueData: """{app}\claimlight.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\.claimlesson"; ValueType: string; ValueData: "Claimlight.File"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.claimclass"; ValueType: string; ValueData: "Claimlight.File"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.claimwork"; ValueType: string; ValueData: "Claimlight.File"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.claimmarks"; ValueType: string; ValueData: "Claimlight.File"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.claimrelease"; ValueType: string; ValueData: "Claimlight.File"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.claimslip"; ValueType: string; ValueData: "Claimlight.File"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.claimkey"; ValueType: string; ValueData: "Claimlight.File"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.claimschool"; ValueType: string; ValueData: "Claimlight.File"; Flags: uninsdeletevalue

[Run]
Filename: "{app}\claimlight.exe"; Description: "{cm:LaunchProgram,Claimlight}"; Flags: nowait postinstall skipifsilent

[Code]
procedure CurUninstallStepChanged(Step: TUninstallStep);
begin
  if (Step = usPostUninstall) and not UninstallSilent() then
    MsgBox('Everybody''s work stays where it is, in ' + ExpandConstant('{localappdata}\claimlight') + '.',
      mbInformation, MB_OK);
end;
