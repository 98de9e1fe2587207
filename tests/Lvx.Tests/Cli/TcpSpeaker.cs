using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Lvx.Pi18;
using Lvx.Tests.Core.Sessions;

namespace Lvx.Tests.Cli;

/// <summary>A unit on TCP whose answers are written in the test, and which knows nothing of the simulator.</summary>
internal sealed class TcpSpeaker : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Dictionary<string, string> answers;
    private readonly Thread thread;
    private int connections;

    public TcpSpeaker(params (string Question, string Answer)[] special)
    {
        answers = special.ToDictionary(one => one.Question, one => one.Answer);
        listener.Start();
        thread = new Thread(Serve);
        thread.Start();
    }

    public string Device => $"tcp://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

    public int Connections => Volatile.Read(ref connections);

    public ConcurrentQueue<string> Asked { get; } = new();

    public void Dispose()
    {
        listener.Stop();
        thread.Join();
    }

    private void Serve()
    {
        try
        {
            while (true)
            {
                using Socket client = listener.AcceptSocket();
                Interlocked.Increment(ref connections);
                Talk(client);
            }
        }
        catch (Exception error) when (error is SocketException or InvalidOperationException)
        {
            // The listener was stopped, in an accept or before it.
        }
    }

    // Any byte may stand in it, which the encoder of the product rules out.
    private static byte[] Frame(string body)
    {
        byte[] bytes = new byte[body.Length + FrameReader.HeaderLength + FrameReader.TrailerLength];
        FrameWriter.Write(bytes, FrameKind.Answer, Encoding.Latin1.GetBytes(body));
        return bytes;
    }

    private void Talk(Socket client)
    {
        var heard = new List<byte>();
        byte[] buffer = new byte[256];
        try
        {
            while (client.Receive(buffer) is > 0 and var count)
            {
                heard.AddRange(buffer.AsSpan(0, count));
                for (int end = heard.IndexOf(0x0D); end >= 0; end = heard.IndexOf(0x0D))
                {
                    string question = Encoding.Latin1.GetString([.. heard[5..(end - 2)]]);
                    heard.RemoveRange(0, end + 1);
                    Asked.Enqueue(question);
                    client.Send(Frame(answers.GetValueOrDefault(question) ?? ScriptedUnit.Body(question)));
                }
            }
        }
        catch (SocketException)
        {
            // The other side is gone.
        }
    }
}
