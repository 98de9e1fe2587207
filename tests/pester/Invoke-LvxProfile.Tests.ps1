BeforeAll {
    Import-Module "$PSScriptRoot/LvxTest.psm1" -Force
    $manifest = Import-TestedModule
    $state = $env:XDG_STATE_HOME
    Use-TestState "$TestDrive/state"
    $journal = "$TestDrive/state/lvxps/journal.jsonl"
    $id = 'LvxPS.Commands.InvokeLvxProfileCommand'
    $factory = 'set=BatteryType:agm,CutOffVoltage:40.8,ReChargeVoltage:46,ReDischargeVoltage:54,FloatVoltage:54,BulkVoltage:56.4'
}

AfterAll {
    $env:XDG_STATE_HOME = $state
}

Describe 'Invoke-LvxProfile' {
    It 'brings a pair in factory defaults to eg4-lp4-v2, and a second time sends nothing' {
        $device = "sim:pair?state=idle&$factory"
        $first = Get-Written { Invoke-LvxProfile -Name eg4-lp4-v2 $device -Confirm:$false -Debug }
        $first.Setters | Should -Be (@('PBT2', 'MCHGV564,540', 'BUCD480,540', 'PSDV480') * 2)
        $first.Errors | Should -BeNullOrEmpty
        $first.Receipt.Where({ $_.Outcome -notin 'Applied', 'AlreadySet' }) | Should -BeNullOrEmpty
        Compare-LvxSettings $device -ReferenceProfile eg4-lp4-v2 -Quiet | Should -BeTrue
        $second = Get-Written { Invoke-LvxProfile -Name eg4-lp4-v2 $device -Confirm:$false -Debug }
        $second.Setters | Should -BeNullOrEmpty
        $second.Receipt.Outcome | Sort-Object -Unique | Should -Be 'AlreadySet'
        $second.Receipt.Count | Should -Be 12
        $second.Told | Should -BeNullOrEmpty
    }

    It 'has nothing to do on a unit that has it' {
        (Get-Written { Invoke-LvxProfile -Name eg4-lp4-v2 sim:pair -Confirm:$false -Debug }).Setters | Should -BeNullOrEmpty
    }

    It 'shows each write with -WhatIf, and sends none: <_>' -ForEach @(
        'Invoke-LvxProfile -Name eg4-ll $device'
        'Invoke-LvxProfile -Path $path $device'
        'Get-LvxProfile eg4-ll | Invoke-LvxProfile -Device $device'
        'Invoke-LvxProfile -Name eg4-ll $device -Force -NoRollback -PassThru'
        'Invoke-LvxProfile -Undo $device'
    ) {
        $device = 'sim:many=2?state=idle'
        $path = (Get-LvxProfile eg4-ll).Path
        $hash = (Get-FileHash $journal).Hash
        if ($_ -like '*Undo*') {
            Invoke-LvxProfile -Name eg4-ll $device -Confirm:$false 6>$null | Out-Null
            $hash = (Get-FileHash $journal).Hash
        }

        $before = Get-LvxSettings $device -All | ForEach-Object { Get-SettingsText $_ Timestamp }
        $written = Get-Written ([scriptblock]::Create(("$_ -WhatIf -Debug" -replace '\$device', "'$device'" -replace '\$path', "'$path'")))
        $written.Setters | Should -BeNullOrEmpty
        $written.Frames | Should -BeGreaterThan 10
        $written.Errors | Should -BeNullOrEmpty
        Get-LvxSettings $device -All | ForEach-Object { Get-SettingsText $_ Timestamp } | Should -Be $before
        (Get-FileHash $journal).Hash | Should -Be $hash
    }

    It 'shows the plan of several profiles, and writes none of several' {
        $out = & (Get-Process -Id $PID).Path -NoProfile -NonInteractive -Command "Import-Module '$manifest'; Get-LvxProfile eg4* | Invoke-LvxProfile -Device 'sim:single?set=BatteryType:agm' -WhatIf"
        $out | Should -Contain 'Profile eg4-lp4-v2:'
        @($out -like 'What if: lvx6048-1 (96132206100001): Set battery type User (now Agm) (first, *').Count | Should -Be 2
        { Get-LvxProfile eg4* | Invoke-LvxProfile -Device sim:pair -Confirm:$false } | Should -Throw -ErrorId "ArgumentInvalid,$id"
    }

    It 'takes the units of the pipeline' {
        $receipt = Get-LvxStatus 'sim:many=3?state=idle' | Select-Object -Last 1 | Invoke-LvxProfile -Name eg4-ll -Confirm:$false 6>$null
        $receipt.Name | Sort-Object -Unique | Should -Be 'lvx6048-3'
        (Get-LvxSettings 'sim:many=3?state=idle').BulkVoltage | Should -Be 56.4, 56.4, 56.2
    }

    It 'takes the last run back with -Undo, and then there is none left to take back' {
        $device = 'sim:pair?state=idle&baud=0'
        $before = Get-LvxSettings $device -All | ForEach-Object { Get-SettingsText $_ Timestamp }
        (Get-Written { Invoke-LvxProfile -Name eg4-ll $device -Confirm:$false -Debug }).Setters | Should -Be 'MCHGV562,540', 'PSDV470', 'MCHGV562,540', 'PSDV470'
        $undo = Get-Written { Invoke-LvxProfile -Undo $device -Confirm:$false -Debug }
        $undo.Setters | Should -Be 'MCHGV564,540', 'PSDV480', 'MCHGV564,540', 'PSDV480'
        $undo.Receipt.Outcome | Sort-Object -Unique | Should -Be 'Applied'
        Get-LvxSettings $device -All | ForEach-Object { Get-SettingsText $_ Timestamp } | Should -Be $before
        $records = @(Get-LvxJournal)
        $records[-1].Undoes | Should -BeExactly $records.Where({ $_.Event -eq 'Ended' })[-2].Run
    }

    It 'says that there is nothing to take back' {
        Use-TestState "$TestDrive/empty"
        try {
            { Invoke-LvxProfile -Undo sim:pair -Confirm:$false } | Should -Throw -ErrorId "NothingToUndo,$id"
        }
        finally {
            Use-TestState "$TestDrive/state"
        }
    }

    It 'tells where the settings as found are, and a line that brings them back as it stands' {
        $device = 'sim:pair?state=idle&checksum=lenient'
        $before = Get-LvxSettings $device -All | ForEach-Object { Get-SettingsText $_ Timestamp }
        $written = Get-Written { Invoke-LvxProfile -Name kilovault-hlx $device -Confirm:$false }
        $written.Told.Count | Should -Be 4
        $written.Told[0] -match '^The settings of lvx6048-1 as found are in (?<path>.+)$' | Should -BeTrue
        $Matches.path | Should -Exist
        $Matches.path | Should -BeLike "$TestDrive/state/lvxps/before/*"
        foreach ($line in $written.Told -like 'To bring them back: Restore-LvxSettings *') {
            (Invoke-ToldLine $line).Outcome | Sort-Object -Unique | Should -Be 'AlreadySet', 'Applied'
        }

        Get-LvxSettings $device -All | ForEach-Object { Get-SettingsText $_ Timestamp } | Should -Be $before
    }

    It 'says that there is no such profile, and which there are' {
        $failure = { Invoke-LvxProfile -Name nosuch sim:pair } | Should -Throw -ErrorId "ProfileNotFound,$id" -PassThru
        "$failure $($failure.ErrorDetails.RecommendedAction)" | Should -BeLike '*eg4-lp4-v2*'
    }

    It 'says what is wrong with a profile, and reaches no unit' {
        'bulk_voltage: 99' | Set-Content "$TestDrive/bad.yaml"
        { Invoke-LvxProfile -Path "$TestDrive/bad.yaml" /no/such/device } | Should -Throw -ErrorId "ProfileInvalid,$id"
    }

    It 'completes names and opens no port' {
        $line = 'Invoke-LvxProfile -Name eg4'
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be 'eg4-ll', 'eg4-lp4-v2'
    }
}
