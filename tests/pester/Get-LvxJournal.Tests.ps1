BeforeAll {
    Import-Module "$PSScriptRoot/LvxTest.psm1" -Force
    $manifest = Import-TestedModule
    $state = $env:XDG_STATE_HOME
    Use-TestState "$TestDrive/state"
    $journal = "$TestDrive/state/lvxps/journal.jsonl"

}

AfterAll {
    $env:XDG_STATE_HOME = $state
}

Describe 'Get-LvxJournal' {
    BeforeAll {
        Set-LvxSettings 'sim:pair?state=idle' -BulkVoltage 56 -Confirm:$false 6>$null | Out-Null
    }

    It 'is empty where nothing was ever written' {
        Use-TestState "$TestDrive/none"
        Get-LvxJournal | Should -BeNullOrEmpty
        "$TestDrive/none" | Should -Not -Exist
        Use-TestState "$TestDrive/state"
    }

    It 'gives every record, flat, with its numbers' {
        $all = @(Get-LvxJournal)
        $all.Event | Should -Be 'Begun', 'Intent', 'Sent', 'Answered', 'Verified', 'Intent', 'Sent', 'Answered', 'Verified', 'Ended'
        $all.Line | Should -Be @(1..10)
        $all[0].Text | Should -BeLike 'Set-LvxSettings -BulkVoltage 56.0 V*'
        $all[1].Changes | Should -BeExactly 'BulkVoltage 56.4 V -> 56.0 V'
        $all[1].Frame | Should -BeExactly 'MCHGV560,540'
        $all[1].SerialNumber | Should -BeExactly '96132206100001'
        $all[1].Time.Kind | Should -Be 'Utc'
        $all[4].Outcome | Should -BeExactly 'Applied'
        $all[0].GetType().FullName | Should -Be (Get-Command Get-LvxJournal).OutputType.Name
        ($all | ConvertTo-Json | ConvertFrom-Json)[1].Step | Should -Be 1
        ($all | ConvertTo-Csv | ConvertFrom-Csv)[1].Frame | Should -BeExactly 'MCHGV560,540'
    }

    It 'gives those of a unit, and the last so many' {
        @(Get-LvxJournal -SerialNumber 96132206100002).Event | Should -Be 'Intent', 'Sent', 'Answered', 'Verified'
        @(Get-LvxJournal -SerialNumber 1496132206100002000000).Count | Should -Be 4
        Get-LvxJournal -SerialNumber 1 | Should -BeNullOrEmpty
        @(Get-LvxJournal -Last 2).Event | Should -Be 'Verified', 'Ended'
        { Get-LvxJournal -Last 0 } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
    }

    It 'is a table by run that fits 80 columns, and a list of everything, here and after a journey' {
        $all = Get-LvxJournal
        $all | Export-Clixml "$TestDrive/journal.xml"
        foreach ($shown in $all, (Import-Clixml "$TestDrive/journal.xml")) {
            $table = $shown | Out-String -Width 80
            Get-Longest $table | Should -BeLessOrEqual 80
            $table | Should -BeLike "*Run: $($all[0].Run)*"
            $table | Should -Match '(?m)^Time \(UTC\) +Event +SerialNumber +Outcome +What\s*$'
            $table | Should -Match "(?m)^$($all[1].Time.ToString('yyyy-MM-dd HH:mm:ss')) Intent +96132206100001 +BulkVoltage 56\.4 V ->"
            $table | Should -Match '(?m) Answered 96132206100001 Accepted +MCHGV560,540\s*$'
            $list = $shown[1] | Format-List | Out-String -Width 120
            $list.Split("`n").Where({ $_ -match '^(\w+)( \[UTC\])? +: ' }).ForEach({ $_.Split(' ')[0] }) | Should -Be $all[0].psobject.Properties.Name
            $list | Should -Match '(?m)^Outcome +: --\s*$'
        }
    }

    It 'shows damage where it is, and hides nothing' {
        $whole = @(Get-LvxJournal).Count
        $text = [IO.File]::ReadAllText($journal)
        $lines = $text.TrimEnd("`n").Split("`n")
        [IO.File]::WriteAllText($journal, (($lines[0..4] + $lines[5].Substring(0, 40) + $lines[6..9]) -join "`n") + "`n" + $lines[0].Substring(0, 25))
        try {
            $all = @(Get-LvxJournal)
            $all.Count | Should -Be ($whole + 1)
            $all.Where({ $_.Damage }).Line | Should -Be 6, 11
            $all[5].Event | Should -BeNullOrEmpty
            $all[9].Event | Should -BeExactly 'Ended'
            $table = $all | Out-String -Width 80
            $table | Should -Match '(?m)^-- +DAMAGED +line 6:'
            Get-Longest $table | Should -BeLessOrEqual 80
            $all[5] | Format-List | Out-String -Width 120 | Should -Match '(?m)^Damage +: .*cut off'
            @(Get-LvxJournal -SerialNumber 96132206100001).Where({ $_.Damage }).Count | Should -Be 2
        }
        finally {
            [IO.File]::WriteAllText($journal, $text)
        }
    }
}
