using Lvx.Cli;
using Lvx.Cli.Hosting;

using var stop = new Stop();
return CommandLine.Run(args, Surroundings.OfConsole(stop.Token));
