#include "engine/runtime/operator_names.h"

#include "engine/runtime/vm.h"

namespace coroscope::runtime {

Str* comparisonName(Vm& vm, Comparison op) {
    switch (op) {
        case Comparison::Less: return vm.names.__lt__;
        case Comparison::LessEqual: return vm.names.__le__;
        case Comparison::Equal: return vm.names.__eq__;
        case Comparison::NotEqual: return vm.names.__ne__;
        case Comparison::Greater: return vm.names.__gt__;
        case Comparison::GreaterEqual: return vm.names.__ge__;
    }
    return nullptr;
}

Str* unaryName(Vm& vm, UnaryOperator op) {
    switch (op) {
        case UnaryOperator::Negative: return vm.names.__neg__;
        case UnaryOperator::Positive: return vm.names.__pos__;
        case UnaryOperator::Invert: return vm.names.__invert__;
        case UnaryOperator::Absolute: return vm.names.__abs__;
    }
    return nullptr;
}

OperatorNames operatorNames(Vm& vm, Operator op) {
    const Names& n = vm.names;
    switch (op) {
        case Operator::Add: return {n.__add__, n.__radd__, n.__iadd__};
        case Operator::Subtract: return {n.__sub__, n.__rsub__, n.__isub__};
        case Operator::Multiply: return {n.__mul__, n.__rmul__, n.__imul__};
        case Operator::TrueDivide: return {n.__truediv__, n.__rtruediv__, n.__itruediv__};
        case Operator::FloorDivide: return {n.__floordiv__, n.__rfloordiv__, n.__ifloordiv__};
        case Operator::Modulo: return {n.__mod__, n.__rmod__, n.__imod__};
        case Operator::Power: return {n.__pow__, n.__rpow__, n.__ipow__};
        case Operator::LeftShift: return {n.__lshift__, n.__rlshift__, n.__ilshift__};
        case Operator::RightShift: return {n.__rshift__, n.__rrshift__, n.__irshift__};
        case Operator::And: return {n.__and__, n.__rand__, n.__iand__};
        case Operator::Or: return {n.__or__, n.__ror__, n.__ior__};
        case Operator::Xor: return {n.__xor__, n.__rxor__, n.__ixor__};
        case Operator::MatrixMultiply: return {n.__matmul__, n.__rmatmul__, n.__imatmul__};
    }
    return {};
}

}  // namespace coroscope::runtime
