Console.Error.WriteLine("verbs: none yet"); return 64;
