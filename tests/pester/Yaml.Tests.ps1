# Assemblies cannot be unloaded: each of these runs in a PowerShell of its own, with no modules in reach but PowerShell's own.
BeforeAll {
    Import-Module "$PSScriptRoot/LvxTest.psm1" -Force
    $manifest = Import-TestedModule
    $site = "$TestDrive/site.yaml"
    $other = "$TestDrive/other.yaml"
    Export-LvxSettings sim:pair -Path $site
    Export-LvxSettings 'sim:pair?set=BulkVoltage:55.5' -Path $other

    # Runs a script in a new PowerShell, with $manifest, $site, $other and $folder, and gives what it wrote; an error that nobody caught is in it.
    function Invoke-Apart([scriptblock] $Script, [string] $Manifest = $manifest) {
        $text = @"
`$ErrorActionPreference = 'Stop'
`$PSStyle.OutputRendering = 'PlainText'
`$env:PSModulePath = '$PSHOME/Modules'
`$manifest = '$Manifest'; `$site = '$site'; `$other = '$other'; `$folder = '$TestDrive'
function Get-YamlAssembly { [AppDomain]::CurrentDomain.GetAssemblies().ForEach({ `$_.GetName().Name }).Where({ `$_ -like '*Yaml*' }) }
function Get-Failure([scriptblock] `$Command) { try { & `$Command | Out-Null; 'none' } catch { '{0} {1} {2}' -f `$_.FullyQualifiedErrorId.Split(',')[0], `$_.CategoryInfo.Category, `$_.Exception.Message } }
$Script
"@
        $encoded = [Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes($text))
        @(& "$PSHOME/pwsh" -NoProfile -NonInteractive -OutputFormat Text -EncodedCommand $encoded 2>&1).ForEach({ "$_" })
    }

    # A copy of the module without some of its files.
    function Copy-Without([string] $File) {
        $copy = "$TestDrive/$(New-Guid)/LvxPS/$(Split-Path (Split-Path $manifest) -Leaf)"
        New-Item (Split-Path $copy) -ItemType Directory | Out-Null
        Copy-Item (Split-Path $manifest) $copy -Recurse
        Remove-Item "$copy/$File"
        "$copy/LvxPS.psd1"
    }

    # Another YamlDotNet, of some version, in which there is nothing but that version.
    function New-OtherYamlDotNet([string] $Version) {
        $path = "$(New-Item "$TestDrive/$(New-Guid)" -ItemType Directory)/YamlDotNet.dll"
        $assembly = [Reflection.Emit.PersistedAssemblyBuilder]::new([Reflection.AssemblyName]"YamlDotNet, Version=$Version", [object].Assembly)
        $type = $assembly.DefineDynamicModule('YamlDotNet').DefineType('YamlDotNet.Other', 'Public, Class')
        $type.DefineField('Version', [string], 'Public, Static, Literal').SetConstant($Version)
        $type.CreateType() | Out-Null
        $assembly.Save($path)
        $path
    }

    $old = New-OtherYamlDotNet 1.0.0.0
    $new = New-OtherYamlDotNet 99.0.0.0
}

Describe 'The module and YAML' {
    It 'works beside another YamlDotNet, <version>, which stays usable' -ForEach @(
        @{ Version = '1.0.0.0' }
        @{ Version = '99.0.0.0' }
    ) {
        $dll = $version -eq '1.0.0.0' ? $old : $new
        $said = Invoke-Apart ([scriptblock]::Create("Add-Type -Path '$dll'" + {
            [YamlDotNet.Other]::Version
            Import-Module $manifest
            (Import-LvxSettings $site).Name -join ' '
            Compare-LvxSettings -ReferencePath $site -DifferencePath $other -Quiet
            Compare-LvxSettings sim:pair -ReferenceProfile eg4-lp4-v2 -Quiet
            Export-LvxSettings sim:single -Path "$folder/beside-$([YamlDotNet.Other]::Version).yaml"
            (Import-LvxSettings "$folder/beside-$([YamlDotNet.Other]::Version).yaml").Name
            [YamlDotNet.Other]::Version
            ([AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -eq 'YamlDotNet' }).Count
        }.ToString().Insert(0, "`n")))
        $said | Should -Be $version, 'lvx6048-1 lvx6048-2', 'False', 'True', 'lvx6048-1', $version, '2'
    }

    It 'says that <file> is missing, and reads units all the same' -ForEach @(
        @{ File = 'Dependencies/Lvx.Yaml.dll'; Export = 'ModuleIncomplete*'; Completed = '' }
        # To write YAML, or to list names of files, no parser is needed.
        @{ File = 'Dependencies/YamlDotNet.dll'; Export = 'none'; Completed = 'eg4-ll eg4-lp4-v2' }
    ) {
        $said = Invoke-Apart -Manifest (Copy-Without $file) {
            Import-Module $manifest
            Get-Failure { Import-LvxSettings $site }
            Get-Failure { Compare-LvxSettings -ReferencePath $site -DifferencePath $other }
            Get-Failure { Compare-LvxSettings sim:pair -ReferenceProfile eg4-lp4-v2 }
            Get-Failure { Export-LvxSettings sim:single -Path "$folder/missing-$(New-Guid).yaml" }
            "completed: $((TabExpansion2 'Compare-LvxSettings -ReferenceProfile eg' 40).CompletionMatches.CompletionText)"
            (Get-LvxSettings sim:pair).Name -join ' '
            Compare-LvxSettings sim:pair -Quiet
        }
        $said[0..2] | Should -BeLike 'ModuleIncomplete NotInstalled Files of the LvxPS module are missing or damaged: *Lvx.Yaml.dll*YamlDotNet.dll*'
        $said[3] | Should -BeLike $export
        $said[4..6] | Should -Be "completed: $completed", 'lvx6048-1 lvx6048-2', 'True'
        $said.Count | Should -Be 7
    }

    It 'takes no other module''s YamlDotNet for its own that is missing' {
        $said = Invoke-Apart -Manifest (Copy-Without Dependencies/YamlDotNet.dll) ([scriptblock]::Create("Add-Type -Path '$new'" + {
            Import-Module $manifest
            Get-Failure { Import-LvxSettings $site }
        }.ToString().Insert(0, "`n")))
        $said | Should -BeLike 'ModuleIncomplete NotInstalled*'
    }

    It 'loads no YAML before it is needed, and then into a context of its own' {
        $said = Invoke-Apart {
            Import-Module $manifest
            "imported: $(Get-YamlAssembly)"
            Get-LvxSettings sim:pair | Out-Null
            Get-LvxStatus sim:pair | Out-Null
            Compare-LvxSettings sim:pair -Quiet | Out-Null
            "read: $(Get-YamlAssembly)"
            [Lvx.Core.Operations.LvxSettings].FullName
            Import-LvxSettings $site | Out-Null
            "imported a file: $(Get-YamlAssembly | Sort-Object)"
            [AppDomain]::CurrentDomain.GetAssemblies().Where({ $_.GetName().Name -like '*Yaml*' }).ForEach({ [Runtime.Loader.AssemblyLoadContext]::GetLoadContext($_).Name }) | Sort-Object -Unique
            (Import-LvxSettings $site)[0] -is [Lvx.Core.Operations.LvxSettings]
        }
        $said | Should -Be 'imported: ', 'read: ', 'Lvx.Core.Operations.LvxSettings', 'imported a file: Lvx.Yaml YamlDotNet', 'LvxPS', 'True'
    }

    It 'works after it was imported again, removed, and imported once more' {
        $said = Invoke-Apart {
            Import-Module $manifest
            Import-Module $manifest -Force
            Import-Module $manifest -Force
            (Import-LvxSettings $site).Count
            Remove-Module LvxPS
            Import-Module $manifest
            (Import-LvxSettings $site).Count
            (Import-LvxSettings $site | Compare-LvxSettings -ReferencePath $site -Quiet)
            $path = "$folder/again.xml"
            Import-LvxSettings $site | Export-Clixml $path
            (Import-Clixml $path)[0].GetType().Name
        }
        $said | Should -Be '2', '2', 'True', 'LvxSettings'
    }

    It 'works in one runspace after another removed it' {
        $said = Invoke-Apart {
            Import-Module $manifest
            $there = [powershell]::Create().AddScript("Import-Module '$manifest'; Remove-Module LvxPS; (Get-Module LvxPS).Count")
            $there.Invoke()
            $there.Runspace.Dispose()
            (Import-LvxSettings $site).Count
        }
        $said | Should -Be '0', '2'
    }

    It 'works in several runspaces at the same time' {
        $said = Invoke-Apart {
            1..4 | ForEach-Object -ThrottleLimit 4 -Parallel { Import-Module $using:manifest; (Import-LvxSettings $using:site).Count }
        }
        $said | Should -Be '2', '2', '2', '2'
    }
}
