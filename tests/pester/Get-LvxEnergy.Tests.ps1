BeforeAll {
    Import-Module "$PSScriptRoot/LvxTest.psm1" -Force
    $manifest = Import-TestedModule
    $talk = 'PI', '18', 'ID', '1496132206100001000000'
    $invariant = [cultureinfo]::InvariantCulture
}

Describe 'Get-LvxEnergy' {
    It 'reads the total, this year, this month and today of each unit, in their order' {
        $energy = Get-LvxEnergy sim:pair
        $energy.Name | Should -Be (@('lvx6048-1') * 4 + @('lvx6048-2') * 4)
        $energy.Period | Should -Be (@('Total', 'Year', 'Month', 'Day') * 2)
        $today = [datetime](Invoke-LvxQuery sim:single T).Fields['time']
        $energy[0..3].Date | Should -Be $null, $today.ToString('yyyy', $invariant), $today.ToString('yyyy-MM', $invariant), $today.ToString('yyyy-MM-dd', $invariant)
        $energy[3].Energy | Should -BeOfType long
        $energy[3].Energy | Should -BeGreaterThan 17999
        $energy[0].Timestamp.Kind | Should -Be 'Utc'
        $energy[0].psobject.Properties.Name | Should -Be 'Device', 'Name', 'SerialNumber', 'Units', 'Period', 'Date', 'Energy', 'Timestamp'
    }

    It 'reads the last so many of what was chosen, oldest first, up to a date' {
        (Get-LvxEnergy sim:single -Day -Last 3 -Date 2024-03-01).Date | Should -Be '2024-02-28', '2024-02-29', '2024-03-01'
        (Get-LvxEnergy sim:single -Day -Month -Last 2 -Date '2026-01-01 23:59').Date | Should -Be '2025-12', '2026-01', '2025-12-31', '2026-01-01'
        (Get-LvxEnergy sim:single -Total -Year -Last 2 -Date 2026-04-26).Date | Should -Be $null, '2025', '2026'
        @(Get-LvxEnergy sim:single -Day -Last 400).Count | Should -Be 400
    }

    It 'takes units by serial number, and from the pipeline' {
        (Get-LvxEnergy sim:pair -SerialNumber 96132206100002 -Total).Name | Should -Be 'lvx6048-2'
        (Get-LvxStatus sim:pair | Get-LvxEnergy -Total).Name | Should -Be 'lvx6048-1', 'lvx6048-2'
        (Get-LvxEnergy sim:pair -Total | Get-LvxEnergy -Total).Device | Should -Be 'sim:pair/1', 'sim:pair/2'
    }

    It 'has no value for what a unit does not know: null, and neither 0 nor an error' {
        $energy = Get-LvxEnergy sim:single -Year -Date 2011-01-01 -ErrorAction Stop -WarningAction Stop
        $energy.Date | Should -Be '2011'
        $null -eq $energy.Energy | Should -BeTrue
        $all = Get-LvxEnergy 'sim:single?misbehave=refuse@ET,refuse@EY,refuse@EM,refuse@ED' -ErrorAction Stop
        $all.Count | Should -Be 4
        $all.Where({ $null -ne $_.Energy }) | Should -BeNullOrEmpty
        $zero = New-Recording "$TestDrive/zero.log" ($talk + 'ED20260426', '00000000')
        (Get-LvxEnergy $zero -Day -Date 2026-04-26).Energy | Should -BeExactly 0
    }

    Context 'a sum' {
        It 'follows the units, a row for each period' {
            $energy = Get-LvxEnergy sim:pair -Total -Day -Last 2 -Sum
            $sum = $energy | Where-Object Name -eq sum
            $sum.Count | Should -Be 3
            $energy[-3..-1] | Should -Be $sum
            $sum[0].Energy | Should -Be ($energy | Where-Object { $_.Period -eq 'Total' -and $_.Device } | Measure-Object Energy -Sum).Sum
            $sum[0].Units | Should -Be 2
            $sum[0].Device | Should -BeNullOrEmpty
        }

        It 'has no value when a unit has none, and says so' {
            $energy = Get-LvxEnergy 'sim:pair?misbehave2=refuse@ET' -Total -Sum -WarningVariable warned -WarningAction SilentlyContinue
            $energy[0].Energy | Should -BeGreaterThan 0
            $null -eq $energy[-1].Energy | Should -BeTrue
            "$warned" | Should -BeExactly 'The sum has no value for the total, which lvx6048-2 did not tell.'
        }

        It 'is of those that answered, beside an error and a warning for the one that did not' {
            $energy = Get-LvxEnergy 'sim:pair?misbehave1=silence' -TimeoutSeconds 0.5 -Total -Sum -ErrorVariable failure -ErrorAction SilentlyContinue -WarningVariable warned -WarningAction SilentlyContinue
            $energy.Name | Should -Be 'lvx6048-2', 'sum'
            $energy[1].Energy | Should -Be $energy[0].Energy
            $energy[1].Units | Should -Be 1
            $failure[0].FullyQualifiedErrorId | Should -BeExactly 'DeviceTimeout,LvxPS.Commands.GetLvxEnergyCommand'
            "$warned" | Should -BeLike 'The sum is without lvx6048-1 *, which failed.'
        }
    }

    It 'says that it takes this computer''s date when the unit does not tell its own' {
        (Get-LvxEnergy 'sim:single?misbehave=refuse@T' -Year -WarningVariable warned -WarningAction SilentlyContinue).Date | Should -Be (Get-Date).ToString('yyyy', $invariant)
        "$warned" | Should -BeLike '*T was refused*The date of this computer*'
    }

    It 'refuses <options>, and sends nothing' -ForEach @(
        @{ Options = @{ Day = $true; Date = [datetime]'1999-12-31' } }
        @{ Options = @{ Date = [datetime]'2100-01-01' } }
        @{ Options = @{ Year = $true; Last = 120 } }
        @{ Options = @{ Last = 3 } }
        @{ Options = @{ Total = $true; Last = 3 } }
        @{ Options = @{ Total = $true; Date = [datetime]'2026-04-26' } }
        @{ Options = @{ Day = $true; Last = 0 } }
        @{ Options = @{ Day = $true; Last = 401 } }
    ) {
        $frames = @(
            try {
                Get-LvxEnergy sim:single @options -Debug 5>&1
            }
            catch {
                $refusal = $_
            })
        $refusal.FullyQualifiedErrorId | Should -BeLike '*Argument*,LvxPS.Commands.GetLvxEnergyCommand'
        $frames | Should -BeNullOrEmpty
    }

    It 'sends questions only' {
        $frames = Get-LvxEnergy sim:single -Debug 5>&1 | Where-Object { $_ -is [Management.Automation.DebugRecord] -and "$_" -match ' > ' }
        $frames.Count | Should -Be 7
        $frames | Should -Not -BeLike '* > ^S*'
    }

    It 'shows how far it is over a long range, in questions of all units' {
        $shell = [powershell]::Create()
        $shell.AddScript('param($manifest) Import-Module $manifest; Get-LvxEnergy "sim:pair?baud=9600" -Day -Last 12').AddArgument($manifest).Invoke() | Should -HaveCount 24
        $steps = $shell.Streams.Progress.ReadAll()
        $steps.Activity | Should -Contain 'Reading energy'
        $steps.StatusDescription | Should -Contain '20 of 24'
        $steps[-1].RecordType | Should -Be 'Completed'
    }

    It 'stops at once' {
        $shell = [powershell]::Create()
        $running = $shell.AddScript('param($manifest) Import-Module $manifest; Get-LvxEnergy "sim:pair?baud=2400" -Day -Last 400').AddArgument($manifest).BeginInvoke()
        while ($shell.Streams.Progress.Count -lt 5 -and -not $running.IsCompleted) {
            Start-Sleep -Milliseconds 20
        }

        $watch = [Diagnostics.Stopwatch]::StartNew()
        $shell.Stop()
        $watch.ElapsedMilliseconds | Should -BeLessThan 1000
        $shell.InvocationStateInfo.State | Should -Be 'Stopped'
    }
}

Describe 'Energy elsewhere' {
    BeforeAll {
        $energy = Get-LvxEnergy sim:pair -Year -Last 8 -Sum -WarningAction SilentlyContinue
    }

    It 'keeps its numbers in JSON, and null' {
        $back = $energy | ConvertTo-Json | ConvertFrom-Json
        $back[-1].Energy | Should -Be $energy[-1].Energy
        $back[-1].Energy | Should -BeOfType long
        $null -eq $back[0].Energy | Should -BeTrue
        ($energy[0] | ConvertTo-Json) | Should -Match '"Energy": null'
    }

    It 'is empty in CSV where there is no value' {
        $energy | Export-Csv TestDrive:/energy.csv
        $back = Import-Csv TestDrive:/energy.csv
        $back[0].Energy | Should -BeExactly ''
        $back[-1].Energy | Should -BeExactly "$($energy[-1].Energy)"
        $back[-1].Date | Should -BeExactly $energy[-1].Date
        $back[-1].Device | Should -BeExactly ''
    }

    It 'looks the same after a journey, with -- for no value, within 80 columns' {
        $energy | Export-Clixml TestDrive:/energy.xml
        $back = Import-Clixml TestDrive:/energy.xml
        foreach ($view in { $input | Format-Table }, { $input | Format-List }) {
            $shown = $energy | & $view | Out-String -Width 80
            $back | & $view | Out-String -Width 80 | Should -Be $shown
            Get-Longest $shown | Should -BeLessOrEqual 80
        }

        $lines = ($energy | Out-String -Width 80).Trim().Split("`n").TrimEnd()
        $lines[0] | Should -BeExactly 'Name                     Period Date          Energy Wh'
        $lines[2] | Should -Match '^lvx6048-1 +Year   20\d\d +--$'
        $lines[-1] | Should -Match '^sum +Year   20\d\d +\d+$'
        $list = $energy[-1] | Format-List | Out-String -Width 80
        $list | Should -Match '(?m)^Device +: --\s*$'
        $list | Should -Match '(?m)^Energy \[Wh\] +: \d+\s*$'
        $labels = $list.Split("`n") | Where-Object { $_ -match '^(\w+)( \[.+\])? *:' } | ForEach-Object { $Matches[1] }
        $labels | Should -Be $energy[-1].psobject.Properties.Name
    }

    It 'is the same under the culture <_>' -ForEach 'de-DE', 'tr-TR' {
        $plain = Get-LvxEnergy sim:pair -Total -Sum | Out-String -Width 80
        $before = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = $_
            Get-LvxEnergy SIM:PAIR -Total -Sum | Out-String -Width 80 | Should -Be $plain
        }
        finally {
            [cultureinfo]::CurrentCulture = $before
        }
    }
}
