BeforeAll {
    Import-Module "$PSScriptRoot/LvxTest.psm1" -Force
    $manifest = Import-TestedModule
    $data = Import-PowerShellDataFile $manifest
}

Describe 'The module' {
    It 'has a manifest that is valid, for PowerShell 7.6 and its edition alone' {
        $module = Test-ModuleManifest $manifest
        $module.PowerShellVersion | Should -Be '7.6'
        $module.CompatiblePSEditions | Should -Be 'Core'
        $module.Version | Should -BeGreaterThan ([version]'0.0.0')
        $module.Version.ToString() | Should -Be (Split-Path (Split-Path $manifest) -Leaf)
        $module.Tags | Should -Contain 'PSEdition_Core'
        $module.Tags | Should -Contain 'Linux'
    }

    It 'exports what the manifest lists, and lists it without wildcards' {
        (Get-Command -Module LvxPS).Name | Sort-Object | Should -Be (@($data.CmdletsToExport) + @($data.AliasesToExport) | Sort-Object)
        (Get-Command -Module LvxPS -CommandType Cmdlet).Name | Sort-Object |
            Should -Be @(
                'Compare-LvxSettings', 'Export-LvxSettings', 'Get-LvxDevice', 'Get-LvxEnergy', 'Get-LvxJournal', 'Get-LvxProfile', 'Get-LvxSettings', 'Get-LvxStatus', 'Import-LvxSettings'
                'Invoke-LvxMaintenance', 'Invoke-LvxProfile', 'Invoke-LvxQuery', 'New-LvxReport', 'Restore-LvxSettings', 'Set-LvxChargeCurrent', 'Set-LvxClock', 'Set-LvxSettings', 'Test-LvxParallelSync', 'Watch-LvxStatus')
        (Get-Command -Module LvxPS -CommandType Alias).Name | Sort-Object |
            Should -Be 'Compare-LvxSetting', 'Export-LvxSetting', 'Get-LvxSetting', 'Import-LvxSetting', 'Restore-LvxSetting', 'Set-LvxSetting'
        @($data.CmdletsToExport) + @($data.AliasesToExport) | Should -Not -BeLike '*`**'
        $data.FunctionsToExport.Count | Should -Be 0
        $data.VariablesToExport.Count | Should -Be 0
    }

    It 'uses approved verbs, and nouns that begin with Lvx' {
        foreach ($command in Get-Command -Module LvxPS -CommandType Cmdlet) {
            (Get-Verb).Verb | Should -Contain $command.Verb
            $command.Noun | Should -BeLike 'Lvx*'
        }
    }

    It 'has an alias in the singular for every cmdlet in the plural' {
        foreach ($command in Get-Command -Module LvxPS -CommandType Cmdlet | Where-Object Noun -like '*s' | Where-Object Noun -ne LvxStatus) {
            (Get-Alias $command.Name.TrimEnd('s')).ResolvedCommandName | Should -BeExactly $command.Name
        }
    }

    It 'takes no empty text in any parameter, and no null' {
        $common = [Management.Automation.Cmdlet]::CommonParameters + [Management.Automation.Cmdlet]::OptionalCommonParameters
        foreach ($command in Get-Command -Module LvxPS -CommandType Cmdlet) {
            foreach ($parameter in $command.Parameters.Values.Where({ $_.Name -notin $common -and -not $_.ParameterType.IsValueType })) {
                $checks = $parameter.Attributes.Where({ $_ -is [Management.Automation.ValidateArgumentsAttribute] }).ForEach({ $_.GetType().Name })
                $checks | Should -Be (($parameter.ParameterType.GetElementType() ?? $parameter.ParameterType) -eq [string] ? 'ValidateNotNullOrEmptyAttribute' : 'ValidateNotNullAttribute') `
                    -Because "$($command.Name) -$($parameter.Name) is a $($parameter.ParameterType.Name)"
            }
        }
    }

    It 'asks before what writes, and only there' {
        foreach ($command in Get-Command -Module LvxPS -CommandType Cmdlet) {
            $command.Parameters.ContainsKey('WhatIf') | Should -Be ($command.Verb -in 'Export', 'New', 'Set', 'Restore' -or $command.Name -in 'Invoke-LvxProfile', 'Invoke-LvxMaintenance') -Because $command.Name
            $impact = $command.ImplementingType.GetCustomAttributes([Management.Automation.CmdletAttribute], $false).ConfirmImpact
            $impact -eq 'High' | Should -Be ($command.Verb -in 'Set', 'Restore' -or $command.Name -eq 'Invoke-LvxProfile') -Because $command.Name
        }
    }

    It 'shows one line of syntax for a cmdlet, and one for each kind of path' {
        foreach ($command in Get-Command -Module LvxPS -CommandType Cmdlet) {
            $sets = switch ($command.Name) {
                Import-LvxSettings { 'Path', 'LiteralPath' }
                Get-LvxProfile { 'Name', 'Path' }
                Invoke-LvxMaintenance { 'Run', 'Finish' }
                Invoke-LvxProfile { 'Name', 'Path', 'InputObject', 'Undo' }
                default { '__AllParameterSets' }
            }
            $command.ParameterSets.Name | Should -Be $sets -Because $command.Name
        }

        (Get-Command Export-LvxSettings -Syntax).Trim() | Should -BeLike 'Export-LvxSettings `[`[-Device] <string`[]>] `[-Path] <string> *'
        (Get-Command Compare-LvxSettings -Syntax).Trim() | Should -BeLike 'Compare-LvxSettings `[`[-Device] <string`[]>] `[-ReferencePath <string>] *'
    }

    It 'says of every cmdlet what it writes' {
        foreach ($command in Get-Command -Module LvxPS -CommandType Cmdlet) {
            $command.OutputType.Count | Should -BeGreaterThan 0 -Because $command.Name
        }

        (Get-Command Get-LvxStatus).OutputType.Type | Should -Be (Get-LvxStatus sim:single).GetType()
        (Get-Command Watch-LvxStatus).OutputType.Type | Should -Be (Watch-LvxStatus sim:single -Count 1).GetType()
        (Get-Command Invoke-LvxQuery).OutputType.Type | Should -Be (Invoke-LvxQuery sim:single PI).GetType()
        (Get-Command Get-LvxEnergy).OutputType.Type | Should -Be (Get-LvxEnergy sim:single -Total).GetType()
        (Get-Command Get-LvxSettings).OutputType.Type | Should -Be (Get-LvxSettings sim:single).GetType()
        (Get-Command Import-LvxSettings).OutputType.Type | Should -Be (Get-LvxSettings sim:single).GetType()
        (Get-Command Export-LvxSettings).OutputType.Type | Should -Be (Export-LvxSettings sim:single -Path TestDrive:/a.yaml -PassThru).GetType()
        (Get-Command Compare-LvxSettings).OutputType.Type | Should -Be (Compare-LvxSettings sim:pair 6>$null)[0].GetType(), (Compare-LvxSettings sim:pair -Quiet).GetType()
    }

    It 'takes -Device in the same way in every cmdlet but those that reach no unit' {
        foreach ($command in Get-Command -Module LvxPS -CommandType Cmdlet | Where-Object Name -notin Import-LvxSettings, Get-LvxProfile, Get-LvxJournal, Invoke-LvxMaintenance) {
            $device = $command.Parameters['Device']
            $device.ParameterType | Should -Be ([string[]]) -Because $command.Name
            $device.Aliases | Should -Be 'DevicePath'
            $attribute = $device.Attributes.Where({ $_ -is [Parameter] })
            $attribute.Position | Should -Be 0
            $attribute.ValueFromPipeline | Should -BeTrue
            $attribute.ValueFromPipelineByPropertyName | Should -BeTrue
        }
    }

    It 'holds its own assemblies and no other' {
        (Get-ChildItem (Split-Path $manifest) -Filter *.dll).Name | Sort-Object | Should -Be 'Lvx.Core.dll', 'Lvx.Pi18.dll', 'Lvx.Simulator.dll', 'LvxPS.dll'
        (Get-ChildItem "$(Split-Path $manifest)/Dependencies").Name | Sort-Object | Should -Be 'Lvx.Yaml.dll', 'YamlDotNet.dll'
    }

    It 'can be imported again and again' {
        Import-Module $manifest -Force
        Import-Module $manifest -Force
        (Get-LvxStatus sim:pair).Name | Should -Be 'lvx6048-1', 'lvx6048-2'
        Get-LvxStatus sim:single | Format-Table | Out-String -Width 120 | Should -BeLike '*Battery V*'
    }

    It 'works in a job' {
        $status = Start-Job { Import-Module $using:manifest; Get-LvxStatus sim:pair } | Receive-Job -Wait -AutoRemoveJob
        $status.Name | Should -Be 'lvx6048-1', 'lvx6048-2'
        $status[0].BatteryVoltage | Should -BeOfType decimal
        $status[0].Mode | Should -BeExactly 'Charge'
        @($status | Where-Object Mode -eq Charge).Count | Should -Be 2
    }

    It 'works in several runspaces at the same time' {
        $names = 1..4 | ForEach-Object -ThrottleLimit 4 -Parallel { Import-Module $using:manifest; (Get-LvxStatus sim:pair).Name -join ' ' }
        $names | Should -Be (@('lvx6048-1 lvx6048-2') * 4)
    }
}

Describe 'A status elsewhere' {
    It 'keeps its numbers and its words in JSON' {
        $json = Get-LvxStatus sim:pair | ConvertTo-Json -EnumsAsStrings | ConvertFrom-Json
        $json.Count | Should -Be 2
        $json[1].Mode | Should -BeExactly 'Charge'
        $json[1].ParallelRole | Should -BeExactly 'Slave'
        $json[1].BatteryChargeCurrent | Should -Be 57
        $json[1].BatteryVoltage | Should -Be 55.1
        $json[1].BatteryVoltage | Should -Not -BeOfType string
        $json[1].BatteryChargeCurrent | Should -Not -BeOfType string
        $json[1].Fault.Code | Should -Be 0
        $json[1].Timestamp | Should -BeOfType datetime
        # Without the switch PowerShell writes every enumeration as its number.
        (Get-LvxStatus sim:pair/1 | ConvertTo-Json | ConvertFrom-Json).Mode | Should -Be 6
    }

    It 'keeps its numbers and its words in CSV, warnings among them' {
        $device = New-Recording "$TestDrive/warn.log" (Get-StatusTalk @{ FWS = '83,0,0,0,1,1,0,0,0,0,0,0,0,0,0,0,0,0' })
        Get-LvxStatus $device | Export-Csv TestDrive:/status.csv
        $csv = Import-Csv TestDrive:/status.csv
        $csv.Mode | Should -BeExactly 'Charge'
        $csv.BatteryVoltage | Should -BeExactly '55.1'
        $csv.Mppt1Status | Should -BeExactly 'Charging'
        $csv.Fault | Should -BeExactly '83 parallel battery voltage different'
        $csv.Warnings | Should -BeExactly 'fan lock, battery high'
        $csv.psobject.Properties.Value | Should -Not -BeLike 'System.*'
    }

    It 'keeps its numbers and its words in CLIXML' {
        $status = Get-LvxStatus sim:pair
        $status | Export-Clixml TestDrive:/status.xml
        $back = Import-Clixml TestDrive:/status.xml
        $back[1].BatteryVoltage | Should -BeOfType decimal
        $back[1].BatteryChargeCurrent | Should -BeOfType int
        $back[1].LoadConnected | Should -BeOfType bool
        $back[1].Timestamp | Should -Be $status[1].Timestamp
        $back[1].Timestamp.Kind | Should -Be 'Utc'
        $back[1].Mode | Should -BeOfType Lvx.Pi18.OperatingMode
        $back[1].Mode | Should -BeExactly 'Charge'
        $back[1].Fault.Text | Should -BeExactly 'no fault'
        $back[1].Warnings.Count | Should -Be 0
    }
}

Describe 'Completion' {
    BeforeAll {
        function Complete([string] $Line) { (TabExpansion2 $Line $Line.Length).CompletionMatches.CompletionText }
    }

    It 'offers devices for <line>' -ForEach @(
        @{ Line = 'Get-LvxStatus -Device si' }
        @{ Line = 'Get-LvxStatus -DevicePath SI' }
        @{ Line = 'Get-LvxStatus si' }
        @{ Line = 'Get-LvxStatus sim:pair, si' }
        @{ Line = 'Invoke-LvxQuery -Command GS -Device si' }
        @{ Line = 'Get-LvxSettings si' }
        @{ Line = 'Get-LvxEnergy si' }
        @{ Line = 'Export-LvxSettings -Path a.yaml -Device si' }
        @{ Line = 'Compare-LvxSetting si' }
        @{ Line = 'New-LvxReport -Path a.html si' }
        @{ Line = 'Set-LvxSetting si' }
        @{ Line = 'Set-LvxChargeCurrent -Ampere 50 si' }
        @{ Line = 'Restore-LvxSetting -Path a.yaml -Device si' }
        @{ Line = 'Invoke-LvxProfile -Undo si' }
        @{ Line = 'Set-LvxClock si' }
        @{ Line = 'Watch-LvxStatus si' }
    ) {
        Complete $line | Should -Be 'sim:pair', 'sim:single'
    }

    It 'offers questions' {
        Complete 'Invoke-LvxQuery sim:pair -Command p' | Should -Be 'PI', 'PIRI'
        Complete 'Invoke-LvxQuery sim:pair m' | Should -Be 'MOD', 'MCHGCR', 'MUCHGCR'
        Complete 'Invoke-LvxQuery sim:pair -Command ' | Should -Not -Contain 'PF'
    }

    It 'opens no port' {
        $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
        $listener.Start()
        try {
            $device = "tcp://127.0.0.1:$($listener.LocalEndpoint.Port)"
            Complete "Get-LvxStatus -Device $device" | Out-Null
            Complete "Get-LvxStatus -Device $device -SerialNumber 9" | Out-Null
            Complete "Invoke-LvxQuery -Device $device -Command " | Out-Null
            Complete "Compare-LvxSettings -Device $device -ReferenceProfile " | Should -Contain 'eg4-lp4-v2'
            $listener.Pending() | Should -BeFalse
        }
        finally {
            $listener.Stop()
        }
    }
}
