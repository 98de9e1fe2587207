using Lvx.Core.Sessions;
using Lvx.Core.Units;
using Lvx.Pi18;

namespace Lvx.Core.Operations;

/// <summary>A unit that is owned for the time of a change: its open session, its settings as found and as they are, and what is to be done.</summary>
internal sealed class UnitUnderChange : IDisposable
{
    // As many as prove an old value in a write: two looks, and the last one after the settling time.
    private const int Agreeing = 3;

    private readonly Session session;

    private UnitUnderChange(Session session, UnitPort port, string serial, UnitLog log, LvxSettings found)
    {
        this.session = session;
        Port = port;
        SerialNumber = serial;
        Log = log;
        Found = found;
        Settings = found;
    }

    public UnitPort Port { get; }

    /// <summary>The one proof of who it is; a unit that does not say it is never written to.</summary>
    public string SerialNumber { get; }

    public UnitLog Log { get; }

    /// <summary>All settings before anything was changed.</summary>
    public LvxSettings Found { get; private set; }

    /// <summary>All settings as they were read last.</summary>
    public LvxSettings Settings { get; private set; }

    /// <summary>Whether what is in <see cref="Settings"/> may be out of date, since something was sent and could not be read back.</summary>
    public bool IsUncertain { get; set; }

    public ChangePlan Plan { get; set; } = new([], [], [], [], [], []);

    public Session Session => session;

    /// <summary>What people read of it: <c>lvx6048-1 (96132206100001)</c>.</summary>
    public string Target => $"{Port.Name} ({Recording.FrameText.Escape(SerialNumber)})";

    /// <summary>Opens a unit for writing and reads all that must be known first.</summary>
    /// <returns>No value when it is not one of those selected.</returns>
    /// <exception cref="LvxException">It cannot be reached or read, is in fault, or does not say who it is.</exception>
    public static UnitUnderChange? Open(UnitAccess access, UnitPort port, UnitSelection selection, ChangeOptions options, IHost host, Action<string?> seen)
    {
        var log = new UnitLog { Shown = HostFrameLog.For(host) };
        Session session = access.Open(port, Links.LinkAccess.ReadWrite, log, host.Cancellation);
        try
        {
            seen(session.SerialNumber);
            if (!selection.Takes(session.SerialNumber))
            {
                session.Dispose();
                return null;
            }

            port = access.Called(port, session.SerialNumber);
            string serial = session.SerialNumber ?? throw LvxErrors.Nameless(port.Device);
            WorkingMode mode = session.Ask(WorkingMode.Query, host.Cancellation).Answer;
            FaultStatus faults = session.Ask(FaultStatus.Query, host.Cancellation).Answer;
            if (!options.Force && (mode.Mode is OperatingMode.Fault or null || faults.FaultCode is not 0))
            {
                throw LvxErrors.InFault(port.Device, faults.FaultCode is { } code ? FaultTable.Find(code) : null, mode.Mode);
            }

            return new UnitUnderChange(session, port, serial, log, SettingsReader.Read(session, port, SettingsScope.All, host));
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Takes what the unit has now as found, once it is steady, before anything was sent: after a write that was cut off, the first may still show the old value.</summary>
    /// <exception cref="LvxException">It cannot be read.</exception>
    public void LookUntilSteady(ChangeOptions options, IHost host)
    {
        ReadUntilSteady(options, host);
        Found = Settings;
    }

    /// <summary>Reads again until three readings agree, since a unit's answers lag its writes, by one reading or two; where the time is over first, the last reading counts.</summary>
    /// <exception cref="LvxException">It cannot be read.</exception>
    public void ReadUntilSteady(ChangeOptions options, IHost host)
    {
        bool doubted = IsUncertain;
        Deadline until = Deadline.After(options.ReadBackTime);
        int agreeing = 0;
        for (int looks = 0; agreeing < Agreeing && (looks < Agreeing || !until.Passed); looks++)
        {
            host.Cancellation.WaitHandle.WaitOne(options.Pause);
            host.Cancellation.ThrowIfCancellationRequested();
            LvxSettings before = Settings;
            try
            {
                ReadAgain(host);
            }
            catch
            {
                // One reading alone has not made anything sure.
                IsUncertain = doubted;
                throw;
            }

            bool agrees = looks > 0 && SettingCatalogue.All.All(setting => Equals(setting.Read(before.Answers), setting.Read(Settings.Answers)));
            agreeing = agrees ? agreeing + 1 : 1;
        }
    }

    /// <summary>Reads again every setting that can change.</summary>
    /// <exception cref="LvxException">They cannot be read.</exception>
    public void ReadAgain(IHost host)
    {
        Settings = SettingsReader.ReadAgain(session, Port, Settings, host);
        IsUncertain = false;
    }

    /// <summary>What a setting is now; null when that is not known.</summary>
    public object? Now(SettingDefinition setting) => IsUncertain ? null : Settings.ValueOf(setting);

    public void Dispose() => session.Dispose();

    public override string ToString() => Port.Name;
}
