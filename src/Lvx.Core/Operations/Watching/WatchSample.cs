namespace Lvx.Core.Operations;

/// <summary>What the units together had at one moment.</summary>
/// <param name="Timestamp">When, in UTC.</param>
/// <param name="BatteryVoltage">Mean battery voltage in V.</param>
/// <param name="BatteryCurrent">Current into the battery in A, summed.</param>
/// <param name="SolarPower">Solar power in W, summed.</param>
internal sealed record WatchSample(DateTime Timestamp, decimal? BatteryVoltage, decimal? BatteryCurrent, decimal? SolarPower);
