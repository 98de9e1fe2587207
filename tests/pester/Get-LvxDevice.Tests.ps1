BeforeAll {
    Import-Module "$PSScriptRoot/LvxTest.psm1" -Force
    Import-TestedModule | Out-Null
    $before = $env:LVXPS_SITE
    $site = "$TestDrive/site.yaml"
    Set-Content $site @(
        'schema: lvxps-site/1'
        'units:'
        '  - { name: roof, serial: "96132206100001", link: "sim:pair/1", instance: 0 }'
        '  - { name: barn, serial: "96132206100002", link: "sim:pair/2", instance: 1 }'
    )
}

AfterAll {
    $env:LVXPS_SITE = $before
}

Describe 'Get-LvxDevice' {
    BeforeEach {
        $env:LVXPS_SITE = "$TestDrive/none.yaml"
        Remove-Item "$TestDrive/none.yaml" -ErrorAction Ignore
        Set-Content "$TestDrive/none.yaml" 'schema: lvxps-site/1', 'units: [{ name: only, serial: "96132206100001", link: "sim:pair/1" }]'
    }

    It 'says who answers on each port, and pipes into what reads units' {
        $devices = Get-LvxDevice sim:pair
        $devices.SerialNumber | Should -Be '96132206100001', '96132206100002'
        $devices.Answers | Should -Be $true, $true
        $devices[1].ParallelInstance | Should -Be 1
        ($devices | Get-LvxStatus).BatteryVoltage | Should -Be 55.1, 55.1
        (Get-LvxDevice sim:pair -SerialNumber 1496132206100002000000).Device | Should -BeExactly 'sim:pair/2'
    }

    It 'tells a port where nobody answers, with the reason, and not as an error' {
        $device = Get-LvxDevice 'sim:single?misbehave=silence' -TimeoutSeconds 0.2 -ErrorAction Stop
        $device.Answers | Should -BeFalse
        $device.Problem | Should -BeLike '*no answer*'
        $device.NextStep | Should -Not -BeNullOrEmpty
    }

    It 'says what kind of port <device> is, though it is not there' -ForEach @(
        @{ Device = '/dev/hidraw987654'; Kind = 'Hid' }
        @{ Device = '/dev/ttyUSB987654'; Kind = 'Serial' }
        @{ Device = 'hid:96132206999999'; Kind = 'Hid' }
        @{ Device = 'tcp://127.0.0.1:1'; Kind = 'Tcp' }
    ) {
        (Get-LvxDevice $device -TimeoutSeconds 0.2).Kind | Should -BeExactly $kind
    }

    It 'has a table and a list within 80 columns' {
        $device = Get-LvxDevice sim:pair
        foreach ($text in ($device | Out-String -Width 80), ($device | Format-List | Out-String -Width 80)) {
            @($text.Split("`n").TrimEnd() | Where-Object Length -gt 80) | Should -BeNullOrEmpty
            $text | Should -BeLike '*96132206100002*'
        }
    }
}

Describe 'The site file' {
    BeforeEach {
        $env:LVXPS_SITE = $site
    }

    It 'says which units there are, so that no device is named' {
        (Get-LvxStatus).Name | Should -Be 'roof', 'barn'
        (Get-LvxDevice).Name | Should -Be 'roof', 'barn'
        Test-LvxParallelSync -Quiet | Should -BeTrue
    }

    It 'gives names that Get-LvxDevice takes like the others' {
        (Get-LvxDevice barn).Device | Should -BeExactly 'sim:pair/2'
        (Get-LvxDevice ro*, sim:pair/1).Name | Should -Be 'roof'
        { Get-LvxDevice shed } | Should -Throw -ErrorId 'DeviceNotFound*'
    }

    It 'gives names to units, also with wildcards, and to completion' {
        (Get-LvxStatus barn).SerialNumber | Should -BeExactly '96132206100002'
        (Get-LvxStatus r*).SerialNumber | Should -BeExactly '96132206100001'
        { Get-LvxStatus attic } | Should -Throw -ErrorId 'DeviceNotFound,*' -ExpectedMessage '*has roof, barn.'
        (TabExpansion2 'Get-LvxStatus ba').CompletionMatches.CompletionText | Should -Contain 'barn'
    }

    It 'finds a unit by its serial number where the site says it is' {
        (Get-LvxStatus -SerialNumber 96132206100002).Name | Should -BeExactly 'barn'
    }

    It 'is an error with every problem when it is not sound, and no hindrance to a device that is named' {
        Set-Content "$TestDrive/broken.yaml" 'schema: lvxps-site/1', 'units: []', 'unitz: 1'
        $env:LVXPS_SITE = "$TestDrive/broken.yaml"
        { Get-LvxStatus } | Should -Throw -ErrorId 'SiteInvalid,*' -ExpectedMessage '*there is no unit in it*unitz is no key here*'
        (Get-LvxStatus sim:single).Mode | Should -Be 'Charge'
        (TabExpansion2 'Get-LvxStatus sim:').CompletionMatches.CompletionText | Should -Contain 'sim:pair'
    }

    It 'must be there when it is named' {
        $env:LVXPS_SITE = "$TestDrive/nowhere.yaml"
        { Get-LvxStatus } | Should -Throw -ErrorId 'FileNotReadable,*'
    }

    It 'never lets another unit pass for the one it names' {
        Set-Content "$TestDrive/swapped.yaml" 'schema: lvxps-site/1', 'units: [{ name: roof, serial: "96132206100001", link: "sim:pair/2" }]'
        $env:LVXPS_SITE = "$TestDrive/swapped.yaml"
        Set-LvxChargeCurrent -Ampere 50 -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable failed | Out-Null
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'UnitChanged,*'
        (Get-LvxSettings sim:pair/2).MaxChargeCurrent | Should -Be 60
    }
}
