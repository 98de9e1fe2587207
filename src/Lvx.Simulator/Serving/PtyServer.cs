using Lvx.Core;
using Lvx.Simulator.Native;

namespace Lvx.Simulator;

/// <summary>Serves one unit on a pty, under a name that stays the same: what a serial port with a unit behind it looks like. Clients may come and go.</summary>
public sealed class PtyServer : IDisposable
{
    private readonly SimulatedLine line;
    private readonly LinePump pump;
    private Pty? pty;

    /// <summary>Makes the pty and the symlink to it.</summary>
    /// <param name="unit">The unit that answers.</param>
    /// <param name="options">Speed and misbehaviour of its line. The speed that a client sets on a pty is not looked at.</param>
    /// <param name="path">Where the symlink is to be; an old symlink there is replaced, and nothing else.</param>
    /// <exception cref="LvxException">There is no pty to be had, or the symlink cannot be made.</exception>
    public PtyServer(SimulatedUnit unit, LineOptions options, string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        line = new SimulatedLine(unit, options);
        pump = new LinePump(line);
        try
        {
            Plug();
        }
        catch
        {
            pump.Dispose();
            throw;
        }
    }

    /// <summary>The symlink, with its folder.</summary>
    public string Path { get; }

    /// <summary>The node that the symlink points to; null while unplugged.</summary>
    public string? Node => pty?.Node;

    /// <summary>Serves until cancelled; returns at once then. Unplugging takes the node away and brings another after a while.</summary>
    /// <exception cref="LvxException">After unplugging, the symlink cannot be made again.</exception>
    public void Run(CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                ObjectDisposedException.ThrowIf(pty is null, this);
                pump.Serve(pty.Master, cancellation);
                Unplug();
                pump.AwaitPlug(cancellation);
                Plug();
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
        }
    }

    /// <summary>Takes away the symlink, if it is still this one, and the pty. Not while it runs: cancel that first.</summary>
    public void Dispose()
    {
        Unplug();
        pump.Dispose();
    }

    private void Plug()
    {
        Pty opened = Pty.Open();
        try
        {
            PtyName.Point(Path, opened.Node);
            pty = opened;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    private void Unplug()
    {
        if (pty is { } open)
        {
            pty = null;
            PtyName.Remove(Path, open.Node);
            open.Dispose();
        }
    }
}
