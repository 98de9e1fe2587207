using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Lvx.Pi18;

namespace Lvx.Tests.Pi18;

/// <summary>What an answer is encoded to decodes to the same answer, with absent values, codes without a name and unknown fields.</summary>
public sealed class RoundTripProperties
{
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(2000).WithQuietOnSuccess(true);

    [Fact]
    public void General_status_comes_back() => ComesBack(GeneralStatus.Query, AnyMeasurement.GeneralStatus);

    [Fact]
    public void Parallel_status_comes_back() => ComesBack(ParallelStatus.Query(3), AnyMeasurement.ParallelStatus);

    [Fact]
    public void Rated_information_comes_back() => ComesBack(RatedInformation.Query, AnySettings.RatedInformation);

    [Fact]
    public void Default_settings_come_back() => ComesBack(DefaultSettings.Query, AnySettings.DefaultSettings);

    [Fact]
    public void Switch_flags_come_back() => ComesBack(SwitchFlags.Query, AnySettings.SwitchFlags);

    [Fact]
    public void Parallel_rating_comes_back() => ComesBack(ParallelRating.Query(3), AnySettings.ParallelRating);

    [Fact]
    public void Fault_status_comes_back() => ComesBack(FaultStatus.Query, any =>
    {
        int count = any.Number(16, 25);
        uint unreadable = any.Mask(count) & any.Mask(count);
        return new FaultStatus { FaultCode = any.Whole(2), FlagCount = count, Unreadable = unreadable, Raised = any.Mask(count) & ~unreadable };
    });

    [Fact]
    public void Firmware_comes_back() => ComesBack(Firmware.Query, any =>
        new Firmware { Main = any.Digits(5, 5), Slave1 = any.Digits(5, 5), Slave2 = any.Digits(5, 5), Extra = any.Extra(5) });

    [Fact]
    public void A_time_window_comes_back() => ComesBack(TimeWindow.AcLoad, any => new TimeWindow { From = TimeOfDay(any), Until = TimeOfDay(any) });

    [Fact]
    public void A_list_of_currents_comes_back() => ComesBack(ChargeCurrents.Utility, any =>
        new ChargeCurrents { Amperes = [.. Enumerable.Range(0, any.Number(1, 40)).Select(_ => any.Number(0, 999))] });

    [Fact]
    public void Energy_comes_back() => ComesBack(SolarEnergy.Total, any =>
        new SolarEnergy { Energy = any.Number(0, 999_999_999) * 10L + any.Number(0, 9) });

    [Fact]
    public void The_clock_comes_back() => ComesBack(Clock.Query, any =>
        new Clock { Time = new DateTime(any.Number(2000, 2099), 1, 1).AddSeconds(any.Number(0, 365 * 86400 - 1)) });

    [Fact]
    public void Identity_comes_back() => ComesBack(Identity.Query, any => new Identity { SerialNumber = any.Digits(1, 20) ?? "96132206100001" });

    [Fact]
    public void The_mode_comes_back() => ComesBack(WorkingMode.Query, any => new WorkingMode { Mode = (OperatingMode)any.Number(0, 99) });

    [Fact]
    public void Protocol_and_model_come_back()
    {
        ComesBack(ProtocolId.Query, any => new ProtocolId { Id = any.Number(10, 99).ToString(System.Globalization.CultureInfo.InvariantCulture) });
        ComesBack(MachineModel.Query, any => new MachineModel { Number = any.Digits(2, 2) ?? "12" });
    }

    [Fact]
    public void A_raw_answer_comes_back()
    {
        Assert.True(QueryCatalogue.TryParse("XYZ", out Query? query, out _));
        ComesBack((Query<RawAnswer>)query, any => new RawAnswer { Text = any.Extra(9) ?? "" });
    }

    // A single field has no empty form that a unit would send: there is nothing to read back.
    [Fact]
    public void A_single_field_without_a_value_is_no_answer()
    {
        Assert.False(WorkingMode.Query.TryDecodeAny(Encoding.Latin1.GetBytes(new WorkingMode().ToBody()), out _));
        Assert.False(Clock.Query.TryDecodeAny(Encoding.Latin1.GetBytes(new Clock().ToBody()), out _));
        Assert.False(SolarEnergy.Total.TryDecodeAny(Encoding.Latin1.GetBytes(new SolarEnergy().ToBody()), out _));
        Assert.False(ChargeCurrents.Total.TryDecodeAny(Encoding.Latin1.GetBytes(new ChargeCurrents().ToBody()), out _));
    }

    private static TimeOnly? TimeOfDay(AnyField any) => any.Whole(0, 1439) is { } minute ? TimeOnly.MinValue.AddMinutes(minute) : null;

    private static void ComesBack<TAnswer>(Query<TAnswer> query, Func<AnyField, TAnswer> make)
        where TAnswer : Answer => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            TAnswer sent = make(new AnyField(seed));
            Assert.True(query.TryDecode(Encoding.Latin1.GetBytes(sent.ToBody()), out TAnswer? received), sent.ToBody());
            Assert.Equal(sent, received);
        }).Check(Often);
}
