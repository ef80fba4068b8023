using System.Reflection;
using System.Reflection.Emit;

namespace Search.Testing;

/// <summary>All types that a type names: in its signatures, its fields, and the bodies of its methods.</summary>
internal static class TypeReferences
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(opCode => (OpCode)opCode.GetValue(null)!)
        .ToDictionary(opCode => opCode.Value);

    public static IReadOnlySet<Type> Of(Type type)
    {
        var found = new HashSet<Type>();
        Add(found, type.BaseType);
        foreach (Type contract in type.GetInterfaces())
            Add(found, contract);
        foreach (FieldInfo declared in type.GetFields(Declared))
            Add(found, declared.FieldType);
        foreach (MethodBase method in type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared)))
            AddMethod(found, method);
        return found;
    }

    private static void AddMethod(HashSet<Type> found, MethodBase method)
    {
        if (method is MethodInfo { ReturnType: { } returned })
            Add(found, returned);
        foreach (ParameterInfo parameter in method.GetParameters())
            Add(found, parameter.ParameterType);
        MethodBody? body = method.GetMethodBody();
        if (body is null)
            return;
        foreach (LocalVariableInfo local in body.LocalVariables)
            Add(found, local.LocalType);
        foreach (int token in Tokens(body.GetILAsByteArray()!))
            AddMember(found, Resolve(method, token));
    }

    private static void AddMember(HashSet<Type> found, MemberInfo? member)
    {
        Add(found, member as Type ?? member?.DeclaringType);
        if (member is MethodBase { IsGenericMethod: true } generic)
        {
            foreach (Type argument in generic.GetGenericArguments())
                Add(found, argument);
        }
    }

    private static void Add(HashSet<Type> found, Type? type)
    {
        if (type is null || type.IsGenericParameter)
            return;
        if (type.HasElementType)
        {
            Add(found, type.GetElementType());
            return;
        }
        if (!found.Add(type))
            return;
        foreach (Type argument in type.GetGenericArguments())
            Add(found, argument);
    }

    private static MemberInfo? Resolve(MethodBase method, int token)
    {
        Type[] typeArguments = method.DeclaringType is { IsGenericType: true } owner ? owner.GetGenericArguments() : [];
        Type[] methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : [];
        return method.Module.ResolveMember(token, typeArguments, methodArguments);
    }

    // Metadata tokens among the operands of an instruction stream (ECMA-335, partition III).
    private static IEnumerable<int> Tokens(byte[] code)
    {
        for (var i = 0; i < code.Length;)
        {
            short value = code[i] == 0xFE ? (short)(0xFE00 | code[i + 1]) : code[i];
            OpCode opCode = OpCodesByValue[value];
            i += opCode.Size;
            if (opCode.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
                yield return BitConverter.ToInt32(code, i);
            i += OperandSize(opCode.OperandType, code, i);
        }
    }

    private static int OperandSize(OperandType type, byte[] code, int at) => type switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(code, at),
        _ => 4,
    };
}
