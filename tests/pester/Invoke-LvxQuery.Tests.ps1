BeforeAll {
    Import-Module "$PSScriptRoot/LvxTest.psm1" -Force
    Import-TestedModule | Out-Null
    $id = 'LvxPS.Commands.InvokeLvxQueryCommand'
}

Describe 'Invoke-LvxQuery' {
    It 'shows the raw answer beside what it means' {
        $result = Invoke-LvxQuery sim:single GS
        $result.Command | Should -BeExactly 'GS'
        $result.Device | Should -Be 'sim:single/1'
        $result.Name | Should -Be 'lvx6048-1'
        $result.SerialNumber | Should -Be '96132206100001'
        $result.Timestamp.Kind | Should -Be 'Utc'
        $result.Raw.Split(',').Count | Should -Be 28
        $result.Fields.Count | Should -Be 28
        $result.Fields['batteryVoltage'] | Should -Be 55.1
        $result.Fields['batteryVoltage'] | Should -BeOfType decimal
        $result.Fields['batteryChargeCurrent'] | Should -BeOfType int
        $result.Fields['batteryDirection'] | Should -BeExactly 'Charge'
        $result.Units['batteryVoltage'] | Should -Be 'V'
        $result.Units.ContainsKey('batteryDirection') | Should -BeFalse
    }

    It 'knows the question <_>' -ForEach 'PI', 'ID', 'VFW', 'T', 'ET', 'MOD', 'PIRI', 'GS', 'FWS', 'FLAG', 'DI', 'MCHGCR', 'MUCHGCR', 'ACCT', 'ACLT', 'PGS0', 'PRI1', 'GMN' {
        $result = Invoke-LvxQuery sim:pair/1 -Command $_
        $result.Raw | Should -Not -BeNullOrEmpty
        $result.Fields.Count | Should -BeGreaterThan 0
        $result.Fields.Keys | Should -Not -BeLike 'extra*'
    }

    It 'asks all units at the same time, in their order' {
        (Invoke-LvxQuery sim:pair VFW).ForEach({ $_.Fields['slave1Firmware'] }) | Should -Be '06126', '06021'
    }

    It 'takes units from the pipeline, also what another cmdlet gave' {
        ('sim:pair' | Invoke-LvxQuery -Command MOD).Raw | Should -Be '06', '06'
        (Get-LvxStatus sim:pair | Invoke-LvxQuery -Command MOD).Device | Should -Be 'sim:pair/1', 'sim:pair/2'
    }

    It 'takes a question in any case, under the culture <_>' -ForEach 'en-US', 'tr-TR' {
        $before = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = $_
            (Invoke-LvxQuery sim:single piri).Command | Should -BeExactly 'PIRI'
        }
        finally {
            [cultureinfo]::CurrentCulture = $before
        }
    }

    It 'takes -SerialNumber, -TimeoutSeconds and -TranscriptPath' {
        $result = Invoke-LvxQuery sim:pair MOD -SerialNumber 96132206100002 -TimeoutSeconds 5 -TranscriptPath TestDrive:/query.log
        $result.Name | Should -Be 'lvx6048-2'
        (Invoke-LvxQuery sim:pair/2 MOD -TranscriptPath TestDrive:/one.log).Raw | Should -Be (Invoke-LvxQuery "replay:$TestDrive/one.log" MOD).Raw
    }

    It 'refuses the setter <_>, and sends nothing' -ForEach 'MCHGC0,010', 'pop1', 'PF', 'CLE', 'PEA', 'MCHGV560,540', 'BUCD480,540', 'LON0' {
        $setter = $_
        $frames = @(
            try {
                Invoke-LvxQuery sim:single $setter -Debug -TranscriptPath TestDrive:/setter.log 5>&1
            }
            catch {
                $refusal = $_
            })
        $refusal.FullyQualifiedErrorId | Should -BeExactly "QueryInvalid,$id"
        $refusal.CategoryInfo.Category | Should -Be 'InvalidArgument'
        $refusal.ErrorDetails.RecommendedAction | Should -BeLike '*nothing was sent*'
        $frames | Should -BeNullOrEmpty
        'TestDrive:/setter.log' | Should -Not -Exist -Because 'it is refused before anything is opened'
    }

    It 'refuses what is no word: <_>' -ForEach 'G S', "G`rS", '^P005GS', 'GS;ls', ('X' * 33) {
        { Invoke-LvxQuery sim:single $_ } | Should -Throw -ErrorId "QueryInvalid,$id"
    }

    It 'refuses a date that is none: <_>' -ForEach 'EY', 'EY1999', 'EM202613', 'ED20260230' {
        { Invoke-LvxQuery sim:single $_ } | Should -Throw -ErrorId "QueryInvalid,$id"
    }

    It 'says that a unit refused the question' {
        Invoke-LvxQuery sim:single XYZ -ErrorVariable refusal -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $refusal[0].FullyQualifiedErrorId | Should -BeExactly "QueryRefused,$id"
        $refusal[0].CategoryInfo.Category | Should -Be 'DeviceError'
        $refusal[0].TargetObject | Should -Be 'sim:single/1'
    }

    It 'goes on when one unit fails' {
        $result = Invoke-LvxQuery 'sim:pair?misbehave1=silence' MOD -TimeoutSeconds 0.3 -ErrorVariable failure -ErrorAction SilentlyContinue
        $result.Name | Should -Be 'lvx6048-2'
        $failure[0].FullyQualifiedErrorId | Should -BeExactly "DeviceTimeout,$id"
    }

    It 'shows an unknown question raw, and an unknown code as a number' {
        $device = New-Recording "$TestDrive/raw.log" 'PI', '18', 'ID', '1496132206100001000000', 'XYZ', '1,two'
        (Invoke-LvxQuery $device XYZ).Raw | Should -BeExactly '1,two'
        $device = New-Recording "$TestDrive/code.log" 'PI', '18', 'ID', '1496132206100001000000', 'MOD', '17'
        $mode = (Invoke-LvxQuery $device MOD).Fields['mode']
        $mode | Should -Be 17
        $mode | Should -BeOfType int
    }

    It 'survives <_>' -ForEach 'JSON', 'CLIXML' {
        $result = Invoke-LvxQuery sim:single PIRI
        $back = if ($_ -eq 'JSON') {
            $result | ConvertTo-Json -Depth 5 | ConvertFrom-Json -AsHashtable
        }
        else {
            $result | Export-Clixml TestDrive:/result.xml
            Import-Clixml TestDrive:/result.xml
        }
        $back.Raw | Should -BeExactly $result.Raw
        $back.Fields['bulkVoltage'] | Should -Be 56.4
        $back.Fields['bulkVoltage'] | Should -Not -BeOfType string
        $back.Fields['outputMode'] | Should -BeExactly 'Single'
    }
}
