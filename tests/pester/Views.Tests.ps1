BeforeAll {
    Import-Module "$PSScriptRoot/LvxTest.psm1" -Force
    $manifest = Import-TestedModule
    $noFlags = ',0' * 17
}

Describe 'What a status looks like' {
    BeforeEach {
        # As at a terminal: what the views write is seen as it is.
        $rendering = $PSStyle.OutputRendering
    }

    AfterEach {
        $PSStyle.OutputRendering = $rendering
    }

    It 'is a table and a list whose every line fits <_> columns' -ForEach 120, 80 {
        $table = Get-LvxStatus sim:pair | Format-Table | Out-String -Width $_
        $table.Split("`n").ForEach({ $_.TrimEnd().Length }) | Sort-Object | Select-Object -Last 1 | Should -BeLessOrEqual $_
        $table | Should -BeLike '*lvx6048-2 *Charge*55.1*57*none*'
        $list = Get-LvxStatus sim:pair | Format-List | Out-String -Width $_
        $list.Split("`n").ForEach({ $_.TrimEnd().Length }) | Sort-Object | Select-Object -Last 1 | Should -BeLessOrEqual $_
        $list | Should -BeLike '*BatteryVoltage `[V`]*: 55.1*'
    }

    It 'is a table by default, of six columns with units in the heads' {
        $lines = (Get-LvxStatus sim:pair | Out-String -Width 120).Trim().Split("`n").TrimEnd()
        $lines.Count | Should -Be 4
        $lines[0] | Should -BeExactly 'Name             Mode    Battery V Battery A Load W Fault'
        $lines[2] | Should -BeExactly 'lvx6048-1        Charge       55.1        55      0 none'
    }

    It 'lists every property once' {
        $status = Get-LvxStatus sim:single
        $labels = ($status | Format-List | Out-String -Width 120).Split("`n") | Where-Object { $_ -match '^(\w+)( \[.+\])? *:' } | ForEach-Object { $Matches[1] }
        $labels | Should -Be $status.psobject.Properties.Name
    }

    It 'shows -- for what the unit did not tell' {
        $status = Get-LvxStatus 'sim:single?misbehave=refuse@FWS' -WarningAction SilentlyContinue
        ($status | Format-Table | Out-String -Width 120).Trim().Split("`n")[-1].TrimEnd() | Should -BeLike '*Charge*55.1*55*0 --'
        $list = $status | Format-List | Out-String -Width 120
        $list | Should -Match '(?m)^Fault +: --\s*$'
        $list | Should -Match '(?m)^Warnings +: --\s*$'
    }

    It 'shows -- and not 0 for a reading that is no number' {
        $gs = '----,,1201,600,0000,    ,000,---,551,551,000,,096,041,039,038,1600,1520,2101,2089,0,2,2,0,1,0,0,0'
        $status = Get-LvxStatus (New-Recording "$TestDrive/holes.log" (Get-StatusTalk @{ GS = $gs }))
        $status.BatteryVoltage | Should -BeNullOrEmpty
        $row = ($status | Format-Table | Out-String -Width 120).Trim().Split("`n")[-1]
        $row.Trim() | Should -BeExactly 'holes.log        Charge         --        --     -- none'
        $list = $status | Format-List | Out-String -Width 120
        $list | Should -Match '(?m)^GridVoltage \[V\] +: --\s*$'
        $list | Should -Match '(?m)^GridFrequency \[Hz\] +: --\s*$'
    }

    It 'shows a fault with its number and words, and in the list the next step' {
        $talk = Get-StatusTalk @{ MOD = '04'; FWS = "83$noFlags" }
        $status = Get-LvxStatus (New-Recording "$TestDrive/fault.log" $talk)
        $status.Fault.Code | Should -Be 83
        foreach ($width in 80, 120) {
            $table = $status | Format-Table | Out-String -Width $width
            # Long text is folded between words, and none of it is left out.
            $table -replace '\s+', ' ' | Should -BeLike '* 0 83 parallel battery voltage different *'
            $table.Split("`n").ForEach({ $_.TrimEnd().Length }) | Sort-Object | Select-Object -Last 1 | Should -BeLessOrEqual $width
        }

        $list = $status | Format-List | Out-String -Width 120
        $list | Should -BeLike '*83 parallel battery voltage different. Connect all units*'
        $list.Split("`n").ForEach({ $_.TrimEnd().Length }) | Sort-Object | Select-Object -Last 1 | Should -BeLessOrEqual 120
    }

    It 'shows warnings in words' {
        $status = Get-LvxStatus (New-Recording "$TestDrive/warn.log" (Get-StatusTalk @{ FWS = '00,0,0,0,1,1,0,0,0,0,0,0,0,0,0,0,0,0' }))
        $status.Warnings | Should -Be 'fan lock', 'battery high'
        ($status | Format-Table | Out-String -Width 120) -replace '\s+', ' ' | Should -BeLike '*none; fan lock, battery high*'
        $status | Format-List | Out-String -Width 120 | Should -Match '(?m)^Warnings +: fan lock, battery high\s*$'
    }

    It 'shows discharge as a negative charge' {
        $gs = '0000,000,1201,600,0900,0850,007,520,520,520,017,000,080,041,039,038,0000,0000,0000,0000,0,1,1,1,2,2,0,0'
        $status = Get-LvxStatus (New-Recording "$TestDrive/night.log" (Get-StatusTalk @{ GS = $gs; MOD = '03' }))
        ($status | Format-Table | Out-String -Width 120).Trim().Split("`n")[-1].Trim() | Should -BeExactly 'night.log        Battery      52.0       -17    850 none'
    }

    It 'shows a mode that no document knows as its number' {
        $status = Get-LvxStatus (New-Recording "$TestDrive/mode.log" (Get-StatusTalk @{ MOD = '17' }))
        "$($status.Mode)" | Should -Be '17'
        $status | Format-Table | Out-String -Width 120 | Should -BeLike '*mode.log         17 *'
    }

    It 'shows escape sequences in device text, and does not obey them' {
        $escape = [char]27
        $device = New-Recording "$TestDrive/escape.log" (Get-StatusTalk @{ VFW = "$escape[31m,06126,00000" })
        $PSStyle.OutputRendering = 'Ansi'
        $list = Get-LvxStatus $device | Format-List | Out-String -Width 120
        $list.Contains("$escape[31m") | Should -BeFalse
        $list | Should -BeLike '*\x1b`[31m*'
    }

    It 'shows a query with its fields, units and -- for no value' {
        $device = New-Recording "$TestDrive/query.log" 'PI', '18', 'ID', '1496132206100001000000', 'PIRI',
            '1200,500,1200,600,500,6000,6000,480,480,540,480,564,,2,030,060,0,1,0,9,0,0,1,0,2,00'
        $list = Invoke-LvxQuery $device PIRI | Out-String -Width 120
        $list | Should -Match '(?m)bulkVoltage = 56\.4 V\s*$'
        $list | Should -Match '(?m)floatVoltage = --\s*$'
        $list | Should -Match '(?m)batteryType = User\s*$'
        $list.Split("`n").ForEach({ $_.TrimEnd().Length }) | Sort-Object | Select-Object -Last 1 | Should -BeLessOrEqual 120
        Invoke-LvxQuery sim:single MCHGCR | Out-String -Width 120 | Should -BeLike '*= 10, 20, 30, 40, 50, 60, 70, 80*'
    }

    It 'shows the escape sequences of an unknown answer, and does not obey them' {
        $escape = [char]27
        $device = New-Recording "$TestDrive/raw.log" 'PI', '18', 'ID', '1496132206100001000000', 'XYZ', "a$escape[2Jb"
        $PSStyle.OutputRendering = 'Ansi'
        $list = Invoke-LvxQuery $device XYZ | Out-String -Width 120
        $list.Contains("$escape[2J") | Should -BeFalse
        $list | Should -BeLike '*a\x1b`[2Jb*'
    }

    It 'looks the same when it comes from a job, a fault included' {
        $device = New-Recording "$TestDrive/job.log" (Get-StatusTalk @{ MOD = '04'; FWS = '83,0,0,0,1,1,0,0,0,0,0,0,0,0,0,0,0,0' })
        $status = Start-Job { Import-Module $using:manifest; Get-LvxStatus $using:device, sim:single } | Receive-Job -Wait -AutoRemoveJob
        $lines = ($status | Format-Table | Out-String -Width 120).Trim().Split("`n").TrimEnd()
        $lines[2..3] -join ' ' -replace '\s+', ' ' | Should -BeLike '*Fault 55.1*83 parallel battery voltage different'
        $lines[4] | Should -BeLike '*Charge*55.1*none'
        $status[0] | Format-List | Out-String -Width 120 | Should -Match '(?m)^Fault +: 83 parallel battery voltage different'
        $status[0] | Format-List | Out-String -Width 120 | Should -Match '(?m)^Warnings +: fan lock, battery high\s*$'
        $status[1] | Format-List | Out-String -Width 120 | Should -Match '(?m)^Fault +: no fault\s*$'
    }

    It 'looks the same after a trip through CLIXML' {
        $status = Get-LvxStatus sim:pair
        $status | Export-Clixml TestDrive:/status.xml
        $back = Import-Clixml TestDrive:/status.xml
        $back | Format-Table | Out-String -Width 120 | Should -Be ($status | Format-Table | Out-String -Width 120)
        $back | Format-List | Out-String -Width 120 | Should -Be ($status | Format-List | Out-String -Width 120)
    }
}

Describe 'Every type' {
    BeforeAll {
        $escape = [char]27
        # Each type that a cmdlet gives, and each that is seen when one of its properties is expanded.
        $long = 'a-very-long-name-of-a-unit-that-somebody-gave-it-in-the-north-barn'
        $site = "$TestDrive/site.yaml"
        @"
schema: lvxps-site/1
name: Farm
units:
  - { name: $($long.Substring(0, 64)), serial: "96132206100001", link: /dev/hidraw98765 }
  - { name: lvx6048-2, serial: "96132206100002", link: /dev/hidraw98766 }
"@ | Set-Content $site
        Use-TestState $TestDrive
        $sick = New-Recording "$TestDrive/$long.log" (Get-StatusTalk @{ MOD = '04'; FWS = '83,0,0,0,1,1,0,0,0,0,0,1,0,1,0,1,0,0' })
        $hostile = New-Recording "$TestDrive/hostile.log" (Get-StatusTalk @{ VFW = "$escape[31m,06126,00000" })
        $before = $env:LVXPS_SITE
        $env:LVXPS_SITE = $site
        $devices = @(Get-LvxDevice sim:pair, /dev/hidraw98765; Get-LvxDevice -TimeoutSeconds 0.2)
        $env:LVXPS_SITE = $before
        $watched = @(Watch-LvxStatus 'sim:pair?set2=FaultCode:83' -Count 1 6>$null)
        $report = Test-LvxParallelSync 'sim:pair?set2=FaultCode:83', /dev/hidraw98765 -TimeoutSeconds 1
        $silent = New-Recording "$TestDrive/query.log" 'PI', '18', 'ID', '1496132206100001000000', 'XYZ', "a$escape[2Jb"
        $all = @(
            @(Get-LvxStatus $sick, $hostile, sim:pair)
            @(Get-LvxStatus $sick, sim:single).Fault
            @(Get-LvxEnergy sim:pair -Total -Day -Sum)
            @(Get-LvxSettings sim:pair -All)
            @(Get-LvxSettings sim:pair -All)[1].Settings
            @(Compare-LvxSettings 'sim:pair?set2=BulkVoltage:57.0' 6>$null)
            @(Set-LvxSettings 'sim:pair?misbehave2=ignore@MCHGV' -BulkVoltage 56.0 -FloatVoltage 54.0 -Confirm:$false 3>$null 6>$null -ErrorAction SilentlyContinue)
            @(Set-LvxSettings sim:single -BulkVoltage 56.0 -Confirm:$false 3>$null 6>$null)
            @(Get-LvxJournal)
            @(Get-LvxProfile)
            @(Invoke-LvxQuery sim:pair PIRI; Invoke-LvxQuery $silent XYZ)
            $report; $report.Checks; $report.Unreachable
            $watched; $watched.Events
            $devices; $devices.Holders
            [Lvx.Core.Links.PortHolder]::new(1234567, 'a-program-with-a-long-name-of-some-kind', 'powermon-of-the-north-barn.service'); [Lvx.Core.Links.PortHolder]::new(7, 'cat', $null)
        ) | Group-Object { $_.GetType().FullName } -AsHashTable
        $formats = [xml](Get-Content (Join-Path (Split-Path $manifest) LvxPS.Format.ps1xml) -Raw)
        $views = $formats.Configuration.ViewDefinitions.View
        $ours = { $_.Namespace -like 'Lvx*' -and -not $_.IsEnum }

        # The type, the types of its properties, theirs, ... as far as they are ours.
        function Get-Seen([type[]] $Type, [hashtable] $Seen = @{}) {
            foreach ($each in $Type.Where($ours).Where({ -not $Seen[$_.FullName] })) {
                $Seen[$each.FullName] = $each
                $inner = $each.GetProperties([Reflection.BindingFlags]'Public, Instance').ForEach({
                    $_.PropertyType
                    $_.PropertyType.GenericTypeArguments
                })
                Get-Seen $inner $Seen | Out-Null
            }

            $Seen.Values
        }

        $types = Get-Seen (Get-Command -Module LvxPS -CommandType Cmdlet).OutputType.Type | Sort-Object FullName
    }

    BeforeEach {
        $keptRendering = $PSStyle.OutputRendering
        $keptNoColor = $env:NO_COLOR
    }

    AfterEach {
        $PSStyle.OutputRendering = $keptRendering
        $env:NO_COLOR = $keptNoColor
    }

    It 'is one of these' {
        $types.Name | Should -Be @(
            'PortHolder', 'LvxDevice', 'LvxEnergy', 'LvxProfile', 'LvxQueryResult', 'LvxSetting', 'LvxSettingChange', 'LvxSettingComparison', 'LvxSettings', 'LvxStatus'
            'LvxSyncCheck', 'LvxSyncReport', 'LvxUnitFailure', 'LvxWatchEvent', 'LvxWatchReading', 'FaultInfo', 'LvxJournalRecord')
        $types.FullName | Where-Object { -not $all[$_] } | Should -BeNullOrEmpty -Because 'each is seen here'
    }

    It 'has a table of at most six columns and a list, also for what was deserialised' {
        foreach ($type in $types) {
            foreach ($name in $type.FullName, "Deserialized.$($type.FullName)") {
                $mine = $views.Where({ $_.ViewSelectedBy.TypeName -contains $name })
                $table = @($mine.Where({ $_.TableControl }))
                $table.Count | Should -Be 1 -Because $name
                $table.TableControl.TableHeaders.TableColumnHeader.Count | Should -BeIn (1..6) -Because $name
                @($mine.Where({ $_.ListControl })).Count | Should -Be 1 -Because $name
            }
        }

        $views.ViewSelectedBy.TypeName | Where-Object { $_ -notin $types.FullName -and $_ -replace '^Deserialized\.' -notin $types.FullName } | Should -BeNullOrEmpty
    }

    It 'lists every property once, with the unit of what has one' {
        $units = @{ Voltage = 'V'; Current = 'A'; Power = 'W'; ApparentPower = 'VA'; Frequency = 'Hz'; Temperature = '°C'; Percent = '%'; Capacity = '%'; Energy = 'Wh'; Currents = 'A'; Scc1 = 'V'; Scc2 = 'V' }
        foreach ($type in $types) {
            $labels = $views.Where({ $_.ViewSelectedBy.TypeName -contains $type.FullName -and $_.ListControl }).ListControl.ListEntries.ListEntry.ListItems.ListItem.ForEach({ $_.Label ?? $_.PropertyName })
            # The symbols of a query's units stand beside its fields.
            $labels -replace ' \[.+' | Should -Be $type.GetProperties([Reflection.BindingFlags]'Public, Instance').Name.Where({ "$type.$_" -notlike '*LvxQueryResult.Units' }) -Because $type.Name
            foreach ($label in $labels) {
                if ($label -match '^\w*?(ApparentPower|Power|Voltage|Currents?|Frequency|Temperature|Percent|Energy|Capacity|Scc\d)( |$)') {
                    $label | Should -BeLike "* ``[$($units[$Matches[1]])``]" -Because $type.Name
                }
            }
        }
    }

    It 'fits 80 columns, long names and all, and leaves no column out' {
        $PSStyle.OutputRendering = 'PlainText'
        foreach ($type in $types) {
            $heads = $views.Where({ $_.ViewSelectedBy.TypeName -contains $type.FullName -and $_.TableControl }).TableControl.TableHeaders.TableColumnHeader.Label
            $table = $all[$type.FullName] | Format-Table | Out-String -Width 80
            Get-Longest $table | Should -BeLessOrEqual 80 -Because $type.Name
            $table | Should -Match (($heads.ForEach({ [regex]::Escape($_) }) -join ' +') + '\s*\n') -Because $type.Name
            $table | Should -Not -Match ([char]0x2026) -Because "$($type.Name) is not cut"
            foreach ($text in ($all[$type.FullName] | Out-String -Width 80), ($all[$type.FullName] | Format-List | Out-String -Width 80)) {
                Get-Longest $text | Should -BeLessOrEqual 80 -Because $type.Name
            }
        }

        ($all['Lvx.Core.Operations.LvxStatus'][0] | Format-Table | Out-String -Width 80) -replace '\s' | Should -BeLike "*-------a-very-long-*83parallelbatteryvoltage*"
        # With less than 80 the last column goes on being there.
        $all['Lvx.Core.Operations.LvxStatus'] | Format-Table | Out-String -Width 79 | Should -BeLike '*Load W Fault*'
    }

    It 'bears colours by meaning, always beside a word, and none for what is neither good nor bad' {
        $env:NO_COLOR = ''
        $PSStyle.OutputRendering = 'Ansi'
        $bad, $risk, $good = $PSStyle.Formatting.Error, $PSStyle.Formatting.Warning, $PSStyle.Foreground.Green
        $status = $all['Lvx.Core.Operations.LvxStatus'] | Format-Table | Out-String -Width 80
        foreach ($word in "${bad}Fault", "${bad}83 parallel") { $status.Contains($word) | Should -BeTrue -Because $word }
        $warned = New-Recording "$TestDrive/warned.log" (Get-StatusTalk @{ FWS = '00,0,0,0,1,1,0,0,0,0,0,0,0,0,0,0,0,0' })
        Get-LvxStatus $warned | Format-Table | Out-String -Width 80 | Should -BeLike "*$($risk.Replace('[', '`['))none; fan*"
        # Nothing of a healthy unit is loud, heads apart.
        (Get-LvxStatus sim:single | Format-Table | Out-String -Width 80).Split("`n")[3..9] | Should -Not -Match $escape
        foreach ($case in
            @{ Type = 'LvxSyncReport'; Words = "${bad}False", "${bad}" }, @{ Type = 'LvxSyncCheck'; Words = "${good}Pass", "${risk}Warn", "${bad}Fail" },
            @{ Type = 'LvxSettingComparison'; Words = , "${risk}DIFFERS" }, @{ Type = 'LvxSettingChange'; Words = "${good}Applied", "${bad}Refused" },
            @{ Type = 'LvxWatchReading'; Words = , "${bad}NOT IN SYNC" }, @{ Type = 'LvxWatchEvent'; Words = "${bad}FaultRaised", "${bad}SyncLost" },
            @{ Type = 'LvxDevice'; Words = "${good}yes", "${bad}no" }, @{ Type = 'LvxUnitFailure'; Words = , "${bad}DeviceNotFound" }) {
            $text = $all["Lvx.Core.Operations.$($case.Type)"] | Format-Table | Out-String -Width 80
            foreach ($word in $case.Words) { $text.Contains($word) | Should -BeTrue -Because "$($case.Type): $word" }
        }

        ($report | Out-String -Width 80).Contains("${bad}NOT IN SYNC") | Should -BeTrue
        (Test-LvxParallelSync sim:pair | Out-String -Width 80).Contains("${good}IN SYNC") | Should -BeTrue
    }

    It 'keeps its columns in their places whatever the colours' {
        foreach ($type in $types) {
            $env:NO_COLOR = ''
            $PSStyle.OutputRendering = 'Ansi'
            $coloured = $all[$type.FullName] | Format-Table | Out-String -Width 80
            $PSStyle.OutputRendering = 'PlainText'
            # With spaces at the ends: the engine writes them where an escape sequence follows.
            ($coloured -replace "$escape\[[\d;]*m" -replace '(?m) +$') | Should -BeExactly (($all[$type.FullName] | Format-Table | Out-String -Width 80) -replace '(?m) +$') -Because $type.Name
        }
    }

    It 'has no colour <case>' -ForEach @(
        @{ Case = 'as plain text'; Rendering = 'PlainText'; NoColor = '' }
        @{ Case = 'with NO_COLOR'; Rendering = 'Ansi'; NoColor = '1' }
        @{ Case = 'in a file or a string'; Rendering = 'Host'; NoColor = '' }
    ) {
        $env:NO_COLOR = $noColor
        $PSStyle.OutputRendering = $rendering
        foreach ($type in $types) {
            foreach ($view in { $input | Out-String -Width 80 }, { $input | Format-Table | Out-String -Width 80 }, { $input | Format-List | Out-String -Width 80 }) {
                $text = $all[$type.FullName] | & $view
                # The engine's own heads keep their colour where it was told to.
                $text -replace [regex]::Escape($PSStyle.Formatting.TableHeader) -replace [regex]::Escape($PSStyle.Formatting.FormatAccent) -replace "$escape\[32;1;3m|$escape\[0m" |
                    Should -Not -Match $escape -Because $type.Name
            }
        }
    }

    It 'has no colour where the shell is redirected, of its own' {
        $said = @(& "$PSHOME/pwsh" -NoProfile -NonInteractive -Command "Remove-Item Env:/NO_COLOR; `$PSStyle.OutputRendering = 'Host'; Import-Module '$manifest'; Get-LvxStatus '$sick'; [LvxPS.Views.Cell]::Bad('word', `$PSStyle)")
        ($said -join "`n").Trim() | Should -BeLike '*Fault  *83 parallel*word'
        $said -join "`n" | Should -Not -Match ([regex]::Escape($PSStyle.Formatting.Error))
    }

    It 'takes no escape sequence with it into CSV, JSON or CLIXML' {
        $env:NO_COLOR = ''
        $PSStyle.OutputRendering = 'Ansi'
        foreach ($type in $types.Where({ $_.Name -ne 'LvxQueryResult' })) {
            $objects = $all[$type.FullName].Where({ $_ -ne $null -and $_.MainFirmware -notlike "*$escape*" })
            # What a view made of it is no part of it.
            $objects | Out-String | Out-Null
            $objects | ConvertTo-Csv | Should -Not -Match $escape -Because $type.Name
            $objects | ConvertTo-Json -Depth 5 -WarningAction SilentlyContinue | Should -Not -Match "$escape|u001b" -Because $type.Name
            [Management.Automation.PSSerializer]::Serialize($objects, 5) | Should -Not -Match "$escape|_x001B_" -Because $type.Name
        }
    }

    It 'shows escape sequences from devices, and obeys none' {
        $PSStyle.OutputRendering = 'Ansi'
        foreach ($object in $all['Lvx.Core.Operations.LvxStatus'][1], $all['Lvx.Core.Operations.LvxQueryResult'][-1]) {
            foreach ($view in { $input | Out-String -Width 80 }, { $input | Format-Table | Out-String -Width 80 }, { $input | Format-List | Out-String -Width 80 }) {
                $text = $object | & $view
                $text | Should -Not -Match "$escape\[(31m|2J)"
            }

            $object | Format-List | Out-String -Width 80 | Should -Match '\\x1b\[(31m|2J)'
        }
    }

    It 'looks the same after a journey, as from a job, another machine or a file' {
        $PSStyle.OutputRendering = 'PlainText'
        foreach ($type in $types) {
            $objects = @($all[$type.FullName])
            # One by one, as remoting sends them.
            $back = $objects.ForEach({ [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($_, 2)) })
            foreach ($view in { $input | Out-String -Width 80 }, { $input | Format-Table | Out-String -Width 80 }, { $input | Format-List | Out-String -Width 80 }) {
                $there, $here = ($back | & $view), ($objects | & $view)
                if ($type.Name -eq 'LvxQueryResult') {
                    # A table of names and values loses its order on the way.
                    $there, $here = ($there, $here).ForEach({ $_.Split("`n").TrimStart('Fields: ').Trim() -ne '' | Sort-Object | Out-String })
                }

                $there | Should -BeExactly $here -Because $type.Name
            }
        }
    }

    It 'shows numbers alike in every culture' {
        $culture = [cultureinfo]::CurrentCulture
        try {
            $plain = foreach ($type in $types) { $all[$type.FullName] | Format-List | Out-String -Width 80 }
            [cultureinfo]::CurrentCulture = 'de-DE'
            $there = foreach ($type in $types) { $all[$type.FullName] | Format-List | Out-String -Width 80 }
            for ($i = 0; $i -lt $plain.Count; $i++) {
                # Where the engine breaks lines depends on the culture.
                $there[$i] -replace '\s' | Should -BeExactly ($plain[$i] -replace '\s')
            }
        }
        finally {
            [cultureinfo]::CurrentCulture = $culture
        }
    }
}

Describe 'A cell' {
    It 'shows <case> as <shown>' -ForEach @(
        @{ Case = 'nothing'; Value = $null; Shown = '--' }
        @{ Case = 'an empty text'; Value = ''; Shown = '--' }
        @{ Case = 'an empty list'; Value = @(); Shown = '--' }
        @{ Case = '0'; Value = 0; Shown = '0' }
        @{ Case = 'false'; Value = $false; Shown = 'False' }
        @{ Case = 'a tenth'; Value = 55.0d; Shown = '55.0' }
        @{ Case = 'a list'; Value = @(1, $null, 'a'); Shown = '1, --, a' }
        @{ Case = 'an escape'; Value = "a$([char]27)[2J\"; Shown = 'a\x1b[2J\\' }
    ) {
        [LvxPS.Views.Cell]::Text($value) | Should -BeExactly $shown
    }

    It 'folds text between words, then at hyphens, then anywhere, and leaves nothing out' {
        [LvxPS.Views.Cell]::Fold('one two three', 7) | Should -BeExactly "one two$([Environment]::NewLine)three"
        [LvxPS.Views.Cell]::Fold('north-barn-inverter', 11) | Should -BeExactly "north-barn-$([Environment]::NewLine)inverter"
        [LvxPS.Views.Cell]::Fold('abcdefghij', 4) | Should -BeExactly ('abcd', 'efgh', 'ij' -join [Environment]::NewLine)
        [LvxPS.Views.Cell]::Fold($null, 4) | Should -BeExactly ''
        [LvxPS.Views.Cell]::Fold('2026-04-26', 10) | Should -BeExactly '2026-04-26'
    }
}
