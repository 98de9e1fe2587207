BeforeAll {
    Import-Module "$PSScriptRoot/LvxTest.psm1" -Force
    $manifest = Import-TestedModule
    $version = (Import-PowerShellDataFile $manifest).ModuleVersion
    $root = (Resolve-Path "$PSScriptRoot/../..").Path

    # What was built last, in whichever configuration.
    $configuration = (Get-LvxDll) -replace '.*/bin/([^/]+)/.*', '$1'
    $packages = (New-Item "$TestDrive/packages" -ItemType Directory).FullName
    $said = pwsh -NoProfile -NonInteractive -File "$root/build.ps1" -Task Package -NoBuild -Configuration ($configuration -in 'Debug', 'Release' ? $configuration : 'Debug') -PackageFolder $packages -RuntimeIdentifier '' 2>&1
    $code = $LASTEXITCODE
    function Expand-Package([string] $Name, [string] $To) {
        [IO.Compression.ZipFile]::ExtractToDirectory((Join-Path $packages "$Name.$version.nupkg"), $To)
        $To
    }
}

Describe 'Packages' {
    It 'are made by build.ps1' {
        $code | Should -Be 0 -Because ($said -join "`n")
        (Get-ChildItem $packages).Name | Sort-Object | Should -Be "lvx.$version.nupkg", "LvxPS.$version.nupkg"
    }

    It 'hold the module in the form of the gallery, and all that was staged' {
        $folder = Expand-Package LvxPS "$TestDrive/gallery"
        $staged = Split-Path $manifest
        foreach ($file in Get-ChildItem $staged -File -Recurse) {
            (Get-FileHash (Join-Path $folder ([IO.Path]::GetRelativePath($staged, $file.FullName)))).Hash | Should -Be (Get-FileHash $file.FullName).Hash -Because $file.FullName
        }

        foreach ($file in 'LICENSE', 'THIRD-PARTY-NOTICES.md', 'CHANGELOG.md') {
            (Get-Item "$folder/$file").Length | Should -BeGreaterThan 500
        }

        $metadata = ([xml](Get-Content "$folder/LvxPS.nuspec" -Raw)).package.metadata
        $metadata.id | Should -BeExactly 'LvxPS'
        $metadata.version | Should -Be $version
        $tags = $metadata.tags -split ' '
        $tags | Should -Contain 'PSModule'
        $tags | Should -Contain 'PSEdition_Core'
        foreach ($command in Get-Command -Module LvxPS) {
            $tags | Should -Contain "PSCommand_$($command.Name)"
        }
    }

    It 'hold a module that works when they are unpacked in a module folder' {
        $folder = Expand-Package LvxPS "$TestDrive/modules/LvxPS/$version"
        $env:LVXPS_TEST_FOLDER = Split-Path (Split-Path $folder)
        $out = pwsh -NoProfile -NonInteractive -Command '$env:PSModulePath = $env:LVXPS_TEST_FOLDER; (Get-LvxStatus sim:pair).Name; (Get-Module LvxPS).ModuleBase; (Get-LvxProfile eg4-lp4-v2).Name'
        $env:LVXPS_TEST_FOLDER = $null
        $out | Should -Be 'lvx6048-1', 'lvx6048-2', $folder, 'eg4-lp4-v2'
    }

    It 'install from a folder repository, where PSResourceGet is' {
        if (-not (Get-Module Microsoft.PowerShell.PSResourceGet -ListAvailable)) {
            Set-ItResult -Skipped -Because 'Microsoft.PowerShell.PSResourceGet is not on this machine'
        }

        $name = "lvx-$([Guid]::NewGuid())"
        Register-PSResourceRepository $name $packages -Trusted
        try {
            Save-PSResource LvxPS -Repository $name -Path "$TestDrive/saved"
            Test-Path "$TestDrive/saved/LvxPS/$version/LvxPS.psd1" | Should -BeTrue
        }
        finally {
            Unregister-PSResourceRepository $name
        }
    }

    It 'hold lvx as a .NET tool, with its profiles, licence and notices, and no documentation of its code' {
        $folder = Expand-Package lvx "$TestDrive/tool"
        $tool = "$folder/tools/net10.0/any"
        ([xml](Get-Content "$tool/DotnetToolSettings.xml" -Raw)).DotNetCliTool.Commands.Command.Name | Should -Be 'lvx'
        $dotnet = $env:DOTNET_HOST_PATH ? $env:DOTNET_HOST_PATH : 'dotnet'
        & $dotnet "$tool/lvx.dll" --version | Should -BeLike "$version*"
        & $dotnet "$tool/lvx.dll" profile list | Should -Contain 'agm              AGM lead acid, 48 V bank'
        "$folder/LICENSE", "$folder/THIRD-PARTY-NOTICES.md", "$folder/README.md" | Should -Exist
        Get-ChildItem $folder -Recurse -Filter *.xml | Where-Object Name -notin DotnetToolSettings.xml, '[Content_Types].xml' | Should -BeNullOrEmpty
        "$folder/content" | Should -Not -Exist
    }
}
