#include "engine/runtime/builtins/builtins.h"

#include "engine/runtime/builtins/builtins_internal.h"
#include "engine/runtime/types/generic_alias.h"

namespace coroscope::runtime {

void initBuiltins(Vm& vm) {
    initIterationTypes(vm);
    initGenericAliasTypes(vm);
    Dict* dict = vm.builtins.get();
    for (Type* type :
         {vm.types.object,       vm.types.type,        vm.types.int_,   vm.types.bool_,
          vm.types.float_,       vm.types.str,         vm.types.bytes,  vm.types.bytearray,
          vm.types.list,         vm.types.tuple,       vm.types.dict,   vm.types.set,
          vm.types.frozenset,    vm.types.range,       vm.types.slice,  vm.types.property,
          vm.types.staticMethod, vm.types.classMethod, vm.types.super,  vm.types.enumerate,
          vm.types.zip,          vm.types.map,         vm.types.filter, vm.types.reversed}) {
        dictSetStr(vm, dict, vm.intern(type->nameView()), Value(type));
    }
    setValue(vm, dict, "None", Value::none());
    setValue(vm, dict, "True", Value::boolean(true));
    setValue(vm, dict, "False", Value::boolean(false));
    setValue(vm, dict, "NotImplemented", Value::notImplemented());
    setValue(vm, dict, "Ellipsis", Value::ellipsis());
    setValue(vm, dict, "__debug__", Value::boolean(true));
    addOutputBuiltins(vm);
    addNumberBuiltins(vm);
    addIterationBuiltins(vm);
    addObjectBuiltins(vm);
    orderBuiltins(vm);
}

}  // namespace coroscope::runtime
