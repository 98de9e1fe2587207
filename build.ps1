#!/usr/bin/env pwsh
#Requires -Version 7.4
<#
.SYNOPSIS
Builds LvxPS, and on request tests or packs it. Needs pwsh and the .NET 10 SDK, and fetches nothing but the packages named in Directory.Packages.props.
.DESCRIPTION
Build stages the module under output/LvxPS/VERSION, as `dotnet build` alone does.
Package builds, and then makes in output/packages: LvxPS.VERSION.nupkg, in the form of the PowerShell Gallery; lvx.VERSION.nupkg, a .NET tool; and lvx-VERSION-RID.tar.gz, lvx compiled ahead, for machines that have the .NET 10 runtime.
.EXAMPLE
./build.ps1
.EXAMPLE
./build.ps1 -Task Test
Builds, then runs every test, those in PowerShell included where Pester is installed.
.EXAMPLE
./build.ps1 -Task Package
Then, from the same folder: Register-PSResourceRepository here output/packages -Trusted; Install-PSResource LvxPS -Repository here
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Package')]
    [string] $Task = 'Build',

    [ValidateSet('Release', 'Debug')]
    [string] $Configuration = 'Release',

    # The machines that archives of lvx are made for, with Package; none for an empty text.
    [AllowEmptyString()]
    [string[]] $RuntimeIdentifier = 'linux-x64',

    # Where packages are put.
    [string] $PackageFolder = "$PSScriptRoot/output/packages",

    # Packs what is built.
    [switch] $NoBuild
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

function Invoke-DotNet {
    dotnet @args
    if ($LASTEXITCODE -ne 0) {
        throw "dotnet $($args[0]) ended with $LASTEXITCODE."
    }
}

# What the gallery wants to know of a module stands in its manifest.
function New-Nuspec([string] $Module, [string] $Path) {
    $manifest = Import-PowerShellDataFile (Join-Path $Module LvxPS.psd1)
    $data = $manifest.PrivateData.PSData
    $tags = @(
        'PSModule'
        $data.Tags
        'PSIncludes_Cmdlet'
        $manifest.CmdletsToExport.ForEach({ "PSCmdlet_$_"; "PSCommand_$_" })
        $manifest.AliasesToExport.ForEach({ "PSCommand_$_" })
    )
    $package = [xml]'<package xmlns="http://schemas.microsoft.com/packaging/2011/08/nuspec.xsd"><metadata /></package>'
    $metadata = $package.DocumentElement['metadata']
    $fields = [ordered]@{
        id                       = 'LvxPS'
        version                  = $manifest.ModuleVersion
        authors                  = $manifest.Author
        owners                   = $manifest.CompanyName
        requireLicenseAcceptance = 'false'
        licenseUrl               = $data.LicenseUri
        description              = $manifest.Description
        releaseNotes             = $data.ReleaseNotes
        copyright                = $manifest.Copyright
        tags                     = $tags -join ' '
    }
    foreach ($field in $fields.GetEnumerator()) {
        $metadata.AppendChild($package.CreateElement($field.Key, $package.DocumentElement.NamespaceURI)).InnerText = $field.Value
    }

    $package.Save($Path)
}

# Everything in the archive belongs to root and has one time, so that the same files make the same archive.
function New-Archive([string] $Folder, [string] $Path) {
    $root = Split-Path $Folder -Leaf
    $executable = [IO.UnixFileMode]'UserRead, UserWrite, UserExecute, GroupRead, GroupExecute, OtherRead, OtherExecute'
    $plain = [IO.UnixFileMode]'UserRead, UserWrite, GroupRead, OtherRead'
    $file = [IO.File]::Create($Path)
    $packed = [IO.Compression.GZipStream]::new($file, [IO.Compression.CompressionLevel]::Optimal)
    $tar = [Formats.Tar.TarWriter]::new($packed, [Formats.Tar.TarEntryFormat]::Ustar)
    try {
        foreach ($item in Get-ChildItem $Folder -File -Recurse | Sort-Object FullName -Culture '') {
            $entry = [Formats.Tar.UstarTarEntry]::new('RegularFile', "$root/$([IO.Path]::GetRelativePath($Folder, $item.FullName))")
            $entry.Mode = $item.Name -ceq 'lvx' ? $executable : $plain
            $entry.ModificationTime = [DateTimeOffset]::UnixEpoch
            $entry.DataStream = [IO.File]::OpenRead($item.FullName)
            $tar.WriteEntry($entry)
            $entry.DataStream.Dispose()
        }
    }
    finally {
        $tar.Dispose()
        $packed.Dispose()
        $file.Dispose()
    }
}

try {
    $packages = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($PackageFolder)
    Push-Location $PSScriptRoot
    if (-not $NoBuild) {
        Invoke-DotNet ($Task -eq 'Test' ? 'test' : 'build') LvxPS.sln --configuration $Configuration
    }

    $module = Get-ChildItem output/LvxPS -Directory | Sort-Object LastWriteTime | Select-Object -Last 1
    $version = $module.Name
    if ($Task -eq 'Package') {
        New-Item $packages -ItemType Directory -Force | Out-Null
        Remove-Item "$packages/*" -Include *.nupkg, *.tar.gz
        $work = New-Item (Join-Path ([IO.Path]::GetTempPath()) "lvxps-$([Guid]::NewGuid())") -ItemType Directory
        try {
            New-Nuspec $module.FullName "$work/LvxPS.nuspec"
            Invoke-DotNet pack src/LvxPS --configuration $Configuration --no-build --output $packages --nologo "-p:NuspecFile=$work/LvxPS.nuspec" "-p:NuspecBasePath=$($module.FullName)" '-p:NoDefaultExcludes=true' '-p:NoWarn=NU5100%3BNU5125%3BNU5110%3BNU5111'
            Invoke-DotNet pack src/Lvx.Cli --configuration $Configuration --no-build --output $packages --nologo '-p:PackAsTool=true'
            foreach ($rid in $RuntimeIdentifier.Where({ $_ })) {
                $folder = "$work/lvx-$version-$rid"
                Invoke-DotNet publish src/Lvx.Cli --configuration $Configuration --runtime $rid --output $folder --nologo
                New-Archive $folder "$packages/lvx-$version-$rid.tar.gz"
            }
        }
        finally {
            Remove-Item $work -Recurse -Force
        }

        Get-ChildItem $packages -File | ForEach-Object { Write-Host "Packed: $($_.FullName) ($([Math]::Ceiling($_.Length / 1KB)) KB)" }
    }

    Write-Host "The module: Import-Module $(Resolve-Path -Relative "$PSScriptRoot/output/LvxPS")"
}
catch {
    Write-Error $_ -ErrorAction Continue
    exit 1
}
finally {
    Pop-Location
}
