Console.Error.WriteLine("search: index, query, check, inspect");
return 64;
