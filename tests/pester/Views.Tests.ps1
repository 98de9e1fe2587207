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
        $table | Should -BeLike '*lvx6048-2 Charge*55.1*57*none*'
        $list = Get-LvxStatus sim:pair | Format-List | Out-String -Width $_
        $list.Split("`n").ForEach({ $_.TrimEnd().Length }) | Sort-Object | Select-Object -Last 1 | Should -BeLessOrEqual $_
        $list | Should -BeLike '*BatteryVoltage `[V`]*: 55.1*'
    }

    It 'is a table by default, of six columns with units in the heads' {
        $lines = (Get-LvxStatus sim:pair | Out-String -Width 120).Trim().Split("`n").TrimEnd()
        $lines.Count | Should -Be 4
        $lines[0] | Should -BeExactly 'Name      Mode   Battery V Battery A Load W Fault'
        $lines[2] | Should -BeExactly 'lvx6048-1 Charge      55.1        55      0 none'
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
        $row.Trim() | Should -BeExactly 'holes.log Charge        --        --     -- none'
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
            $table | Should -BeLike '*83 parallel battery voltage different*'
            $table.Split("`n").ForEach({ $_.TrimEnd().Length }) | Sort-Object | Select-Object -Last 1 | Should -BeLessOrEqual $width
        }

        $list = $status | Format-List | Out-String -Width 120
        $list | Should -BeLike '*83 parallel battery voltage different. Connect all units*'
        $list.Split("`n").ForEach({ $_.TrimEnd().Length }) | Sort-Object | Select-Object -Last 1 | Should -BeLessOrEqual 120
    }

    It 'shows warnings in words' {
        $status = Get-LvxStatus (New-Recording "$TestDrive/warn.log" (Get-StatusTalk @{ FWS = '00,0,0,0,1,1,0,0,0,0,0,0,0,0,0,0,0,0' }))
        $status.Warnings | Should -Be 'fan lock', 'battery high'
        $status | Format-Table | Out-String -Width 120 | Should -BeLike '*none; fan lock, battery high*'
        $status | Format-List | Out-String -Width 120 | Should -Match '(?m)^Warnings +: fan lock, battery high\s*$'
    }

    It 'shows discharge as a negative charge' {
        $gs = '0000,000,1201,600,0900,0850,007,520,520,520,017,000,080,041,039,038,0000,0000,0000,0000,0,1,1,1,2,2,0,0'
        $status = Get-LvxStatus (New-Recording "$TestDrive/night.log" (Get-StatusTalk @{ GS = $gs; MOD = '03' }))
        ($status | Format-Table | Out-String -Width 120).Trim().Split("`n")[-1].Trim() | Should -BeExactly 'night.log Battery      52.0       -17    850 none'
    }

    It 'shows a mode that no document knows as its number' {
        $status = Get-LvxStatus (New-Recording "$TestDrive/mode.log" (Get-StatusTalk @{ MOD = '17' }))
        "$($status.Mode)" | Should -Be '17'
        $status | Format-Table | Out-String -Width 120 | Should -BeLike '*mode.log 17 *'
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
        $lines[2] | Should -BeLike '*Fault*55.1*83 parallel battery voltage different'
        $lines[3] | Should -BeLike '*Charge*55.1*none'
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
