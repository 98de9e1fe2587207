namespace Lvx.Core.Units;

/// <summary>How far units of this site may be apart; no value for what is usual.</summary>
/// <param name="BatteryVoltage">Between battery voltages, in V.</param>
/// <param name="ChargeCurrent">Between charge currents, in A.</param>
/// <param name="OutputVoltage">Between AC output voltages, in V.</param>
/// <param name="OutputFrequency">Between AC output frequencies, in Hz.</param>
public sealed record SiteTolerances(decimal? BatteryVoltage = null, decimal? ChargeCurrent = null, decimal? OutputVoltage = null, decimal? OutputFrequency = null);
