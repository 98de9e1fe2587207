@{
    RootModule           = 'LvxPS.dll'
    # Filled in when the module is staged, from the one place where the version stands.
    ModuleVersion        = '0.0.0'
    GUID                 = '3f0c5d7e-5c1b-4c0e-9a53-3d6f2c1e8b46'
    Author               = 'The LvxPS authors'
    CompanyName          = 'The LvxPS authors'
    Copyright            = '(c) The LvxPS authors. MIT licence.'
    Description          = 'Looks after MPP Solar LVX6048 inverters running in parallel on one battery bank, over the PI18 protocol.'
    CompatiblePSEditions = @('Core')
    PowerShellVersion    = '7.6'
    # There before the types, which name theirs.
    RequiredAssemblies   = @('Lvx.Pi18.dll', 'Lvx.Core.dll')
    TypesToProcess       = @('LvxPS.Types.ps1xml')
    FormatsToProcess     = @('LvxPS.Format.ps1xml')
    CmdletsToExport      = @('Get-LvxDevice', 'Get-LvxStatus', 'Watch-LvxStatus', 'Get-LvxEnergy', 'Get-LvxSettings', 'Export-LvxSettings', 'Import-LvxSettings', 'Compare-LvxSettings', 'Test-LvxParallelSync', 'New-LvxReport', 'Set-LvxChargeCurrent', 'Set-LvxSettings', 'Restore-LvxSettings', 'Set-LvxClock', 'Get-LvxProfile', 'Invoke-LvxProfile', 'Get-LvxJournal', 'Invoke-LvxQuery', 'Invoke-LvxMaintenance')
    AliasesToExport      = @('Get-LvxSetting', 'Export-LvxSetting', 'Import-LvxSetting', 'Compare-LvxSetting', 'Set-LvxSetting', 'Restore-LvxSetting')
    FunctionsToExport    = @()
    VariablesToExport    = @()
    PrivateData          = @{
        PSData = @{
            Tags         = @('PSEdition_Core', 'Linux', 'Inverter', 'Solar', 'LVX6048', 'MPPSolar', 'PI18')
            LicenseUri   = 'https://opensource.org/license/mit'
            ReleaseNotes = 'See CHANGELOG.md.'
        }
    }
}
