using Lvx.Core.Operations;

namespace Lvx.Tests.Core.Operations;

/// <summary>The answers of a long range all have one shape: none of them may be taken for its neighbour's, however the line behaves.</summary>
public sealed class EnergyMisbehaviourTests
{
    [Theory]
    [InlineData("double@ED")]
    [InlineData("double@ED*1")]
    [InlineData("double@ED*3")]
    [InlineData("late=0.8@ED*1")]
    [InlineData("late=0.8@ED*1,double@ED")]
    [InlineData("silence@ED*1")]
    [InlineData("bad-crc@ED*1")]
    [InlineData("truncate@ED*1")]
    [InlineData("garbage@ED")]
    [InlineData("padding@ED")]
    [InlineData("refuse@ED*1")]
    [InlineData("refuse@ED*1,double@ED")]
    [InlineData("unplug=0.1@ED*1")]
    public void Every_day_has_its_own_value_or_none(string misbehaviour)
    {
        foreach (string baud in LongRun.IsWanted ? (string[])["", "&baud=2400"] : [""])
        {
            var pair = new SimulatedPair($"sim:single?misbehave={misbehaviour}{baud}");

            // The simulated unit knows 400 days: of these six it knows the last three.
            DateOnly until = DateOnly.FromDateTime(DateTime.Now).AddDays(-397);
            LvxEnergy[] energies =
            [
                .. new EnergyOperation(pair.Access).Read(pair.Selection, new EnergyRequest { Periods = [EnergyPeriod.Day], Until = until, Last = 6 }, pair.Host)
                    .SelectMany(outcome => outcome.Error is { } error ? throw error : outcome.Value!),
            ];

            Assert.Equal(Enumerable.Range(0, 6).Select(i => pair.Units[0].State.Energy.OfDay(until.AddDays(i - 5))), energies.Select(energy => energy.Energy));
            Assert.Equal(3, energies.Count(energy => energy.Energy is not null));
        }
    }
}
