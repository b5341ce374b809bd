#pragma once

/// The compiler proper: walks the tree and emits instructions.
///
/// One class, in several files: compile_scopes.cpp (functions, classes,
/// comprehensions), compile_statements.cpp, compile_expressions.cpp,
/// compile_calls.cpp (calls and displays), compile_unwinding.cpp (try, with,
/// and every way out of a block). It follows CPython 3.11's Python/compile.c:
/// the functions are named alike, the instructions come in the same order with
/// the same positions, so that tracebacks agree.
///
/// Errors: the first one is kept, and visits return at once from then on.

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/language/ast.h"
#include "engine/language/code_object.h"
#include "engine/language/constant_folding.h"
#include "engine/language/emitter.h"
#include "engine/language/symbols.h"
#include "engine/scenario/diagnostic.h"

namespace coroscope::language {

class CodeGenerator {
public:
    /// `warnings` may be null.
    CodeGenerator(std::string_view fileName, const FutureFeatures& future, SymbolTable& symbols,
                  std::vector<scenario::Diagnostic>* warnings)
        : fileName_(fileName), future_(future), symbols_(symbols), warnings_(warnings) {}

    std::shared_ptr<const CodeObject> compileModule(const Module& module);
    std::optional<scenario::Diagnostic>& error() { return error_; }

private:
    // -- what is being compiled ------------------------------------------------------------------

    /// What a `return`, `break` or `continue` has to leave (CPython: fblocktype).
    enum class BlockKind : std::uint8_t {
        WhileLoop,
        ForLoop,
        TryExcept,   ///< the guarded body, and the handlers' dispatch
        FinallyTry,  ///< the body; the final statements are due on the way out
        FinallyEnd,  ///< the final statements, entered by an exception
        With,
        AsyncWith,
        HandlerCleanup,  ///< the body of an `except` clause
        GroupHandlers,   ///< the handlers of `except*`: no way leads out
        PoppedValue,     ///< a value below, that goes
        AsyncComprehension
    };

    struct Block {
        BlockKind kind;
        Label start;                                     ///< where `continue` goes
        Label exit;                                      ///< where `break` goes
        int outerHandler = -1;                           ///< guards what is outside the block
        const With* with = nullptr;                      ///< With, AsyncWith
        const NodeList<Statement>* finalBody = nullptr;  ///< FinallyTry
        Identifier name = {};                            ///< HandlerCleanup: `except … as name`
    };

    /// A scope under construction.
    struct Unit {
        Scope* scope = nullptr;
        Unit* outer = nullptr;
        Emitter emitter;
        std::vector<Block> blocks;
        std::string_view className;  ///< of the innermost class, for mangling
        std::shared_ptr<CodeObject> code;
    };

    class ScopeGuard;

    void enterScope(Unit& unit, const Node* node, std::string_view name, int firstLine);
    std::shared_ptr<const CodeObject> leaveScope();
    void setParameterCounts(const Parameters& parameters);
    static CodeKind codeKind(const Scope& scope);
    static std::string qualifiedName(SymbolTable& symbols, const Unit& outer, std::string_view name,
                                     const Scope& scope);

    Emitter& out() { return unit_->emitter; }
    [[nodiscard]] bool inFunction() const { return unit_->scope->isFunctionLike(); }

    // -- errors ----------------------------------------------------------------------------------

    void fail(const Span& span, std::string message, const char* kind = "SyntaxError");
    void fail(std::string message) { fail(out().span, std::move(message)); }
    void unsupported(const Node* node, const char* what);
    [[nodiscard]] bool failed() const { return error_.has_value(); }

    // -- warnings: compile_warnings.cpp ----------------------------------------------------------

    void warn(const Span& span, std::string message);
    void warnOfComparison(const Compare& node, bool isNegated);
    void warnOfCall(const Call& node);
    void warnOfSubscript(const Subscript& node);
    void warnOfAssert(const Assert& node);

    // -- emitting --------------------------------------------------------------------------------

    void at(const Node* node) { out().span = node->span; }
    void nowhere() { out().span = {}; }
    void emit(Opcode op, int a = 0, int c = 0, int b = 0) { out().emit(op, a, c, b); }
    void loadConstant(CodeConstant value) {
        emit(Opcode::LoadConst, out().constant(std::move(value)));
    }
    /// Loads a frozenset; equal ones of a module are one object (compile.c: merge_const_one).
    void loadConstantSet(std::vector<CodeConstant> items);
    void loadNone() { loadConstant({CodeConstant::None{}}); }
    void loadText(std::string_view text) { loadConstant({std::string(text)}); }
    [[nodiscard]] std::string_view mangled(std::string_view name) {
        return symbols_.mangled(unit_->className, name);
    }
    /// The index of `name`, mangled.
    [[nodiscard]] int nameIndex(std::string_view name) { return out().name(mangled(name)); }

    // -- scopes: compile_scopes.cpp --------------------------------------------------------------

    void moduleBody(const NodeList<Statement>& body);
    void functionDef(const FunctionDef& node);
    void classDef(const ClassDef& node);
    void classBody(const ClassDef& node, std::string_view qualifiedName);
    void lambda(const Lambda& node);
    int defaultArguments(const Parameters& node);
    int annotations(const FunctionDef& node);
    void annotation(const Parameter* node, int& count);
    void annotationValue(const Expression* node);
    void makeClosure(std::shared_ptr<const CodeObject> code, int flags);
    void applyDecorators(const NodeList<Expression>& decorators);
    void checkParameters(const Parameters& node);
    static bool hasAnnotations(const NodeList<Statement>& body);
    /// A class may have its own cell `__class__` and use that of a class around it: `isFree` is
    /// the latter.
    [[nodiscard]] static int slotOf(Unit& unit, std::string_view name, bool isFree = false);

    struct ComprehensionParts {
        const Expression* node;
        ComprehensionKind kind;
        const char* name;
        NodeList<Comprehension> generators;
        const Expression* element;  ///< or the key
        const Expression* value;    ///< of a dict comprehension, else null
    };
    void comprehension(const ComprehensionParts& parts);
    void comprehensionLevel(const ComprehensionParts& parts, std::size_t index, int depth);
    void syncComprehensionLevel(const ComprehensionParts& parts, std::size_t index, int depth);
    void asyncComprehensionLevel(const ComprehensionParts& parts, std::size_t index, int depth);
    void comprehensionInner(const ComprehensionParts& parts, std::size_t index, int depth,
                            Label ifFalse);
    void comprehensionElement(const ComprehensionParts& parts, int depth);

    // -- statements: compile_statements.cpp ------------------------------------------------------

    void statements(const NodeList<Statement>& body);
    void statement(const Statement* node);
    void statementInner(const Statement* node);
    void assign(const Assign& node);
    void augAssign(const AugAssign& node);
    [[nodiscard]] bool isSteadyParameter(const Expression* node);
    void annAssign(const AnnAssign& node);
    void checkAnnotationTarget(const Expression* node);
    void ifStatement(const If* node);
    void forStatement(const For& node);
    void asyncForStatement(const For& node);
    void whileStatement(const While& node);
    void assertStatement(const Assert& node);
    void raise(const Raise& node);
    void import(const Import& node);
    void importFrom(const ImportFrom& node);
    void importAs(Identifier name, Identifier asName);
    void returnStatement(const Return& node);
    void breakStatement();
    void continueStatement();

    // -- match: compile_patterns.cpp -------------------------------------------------------------

    /// The names and the stack of a pattern that is being compiled (compile.c: pattern_context).
    struct PatternContext {
        std::vector<Identifier> stores;  ///< names bound so far; their values lie on the stack
        std::vector<Label> failures;     ///< [n]: pops n values and then has failed
        int onTop = 0;                   ///< values above those of `stores`
        bool mayMatchAll = false;        ///< a capture or wildcard may stand here alone
    };
    void match(const Match& node);
    void pattern(const Pattern* node, PatternContext& context);
    void subpattern(const Pattern* node, PatternContext& context);
    void patternValue(const MatchValue& node, PatternContext& context);
    void patternSingleton(const MatchSingleton& node, PatternContext& context);
    void patternSequence(const MatchSequence& node, PatternContext& context);
    void sequenceByUnpacking(const MatchSequence& node, int star, PatternContext& context);
    void sequenceByIndex(const MatchSequence& node, int star, PatternContext& context);
    void patternMapping(const MatchMapping& node, PatternContext& context);
    void mappingKeys(const MatchMapping& node);
    void mappingRest(const MatchMapping& node, PatternContext& context);
    void patternClass(const MatchClass& node, PatternContext& context);
    void checkKeywordPatterns(const MatchClass& node);
    void patternAs(const MatchAs& node, PatternContext& context);
    void patternOr(const MatchOr& node, PatternContext& context);
    void sameNames(const std::vector<Identifier>& wanted, std::vector<Identifier>& stores);
    void storeCapture(Identifier name, PatternContext& context);
    void rotate(std::size_t count);
    Label failureLabel(PatternContext& context, std::size_t pops);
    void jumpToFailure(Opcode op, PatternContext& context);
    void emitFailures(PatternContext& context);
    void loadInt(std::size_t value) { loadConstant({static_cast<std::int64_t>(value)}); }

    // -- try, with, and ways out: compile_unwinding.cpp ------------------------------------------

    [[nodiscard]] bool pushBlock(Block block);
    void popBlock();
    void tryStatement(const Try& node);
    bool tryBody(const Try& node, Label cleanup, Label end);
    void tryExcept(const Try& node);
    void tryStar(const Try& node);
    void starHandler(const ExceptHandler& handler, Label next);
    void exceptHandler(const ExceptHandler& handler, Label end, Label next, int outerHandler);
    void forgetName(Identifier name);
    void with(const With& node, std::size_t position);
    void withExceptFinish(Label cleanup, Label exit, int outerHandler);
    void callExitWithNones();
    void popExceptAndReraise();
    /// Emits what is due on leaving all blocks up to the innermost loop (which is returned, or
    /// null), or all blocks of the function; with `keepsTop` a value on top of the stack stays.
    const Block* unwindBlocks(bool keepsTop, bool toLoop);
    void unwindBlock(const Block& block, bool keepsTop);
    void awaitTop(int context);

    // -- expressions: compile_expressions.cpp ----------------------------------------------------

    void expression(const Expression* node);
    void expressionInner(const Expression* node);
    void expressions(const NodeList<Expression>& nodes) {
        for (const Expression* each : nodes) expression(each);
    }
    void nameOperation(Identifier name, ExprContext context);
    [[nodiscard]] bool isForbidden(Identifier name, ExprContext context);
    void constant(const Constant& node);
    void boolOp(const BoolOp& node);
    void binOp(const BinOp* node);
    void binaryOperation(BinaryOperator op, bool isInPlace);
    void unaryOp(const UnaryOp& node);
    void conditional(const IfExp& node);
    void compare(const Compare& node);
    void comparison(CompareOperator op);
    void comparator(const Compare& node, std::size_t index);
    void attribute(const Attribute& node);
    void startAtAttribute(const Attribute& node);
    void subscript(const Subscript& node);
    void slice(const Slice& node);
    void joinedStr(const JoinedStr& node);
    void formattedValue(const FormattedValue& node);
    void await(const Await& node);
    void yield(const Yield& node);
    void yieldFrom(const YieldFrom& node);
    void yieldTop();
    void jumpIf(const Expression* node, Label target, bool condition);
    void jumpIfCompare(const Compare& node, Label target, bool condition, bool isNegated);
    void iterable(const Expression* node);

    // -- calls and displays: compile_calls.cpp ---------------------------------------------------

    void call(const Call& node);
    bool methodCall(const Call& node);
    [[nodiscard]] bool isImported(Identifier name);
    void callArguments(int pushed, const NodeList<Expression>& arguments,
                       const NodeList<Keyword>& keywords);
    void callWithStars(int pushed, const NodeList<Expression>& arguments,
                       const NodeList<Keyword>& keywords);
    void finishCall(int count, const NodeList<Keyword>& keywords);
    void keywordRun(const NodeList<Keyword>& keywords);
    void checkKeywords(const NodeList<Keyword>& keywords);
    enum class DisplayKind : std::uint8_t { List, Set, Tuple };
    void display(const NodeList<Expression>& elements, int pushed, DisplayKind kind);
    void sequence(const NodeList<Expression>& elements, ExprContext context, DisplayKind kind);
    void unpack(const NodeList<Expression>& targets);
    void dict(const DictExpr& node);

    std::string_view fileName_;
    FutureFeatures future_;
    SymbolTable& symbols_;
    std::vector<scenario::Diagnostic>* warnings_;
    ConstantFolder folder_;
    /// The first set of the module with these items (by constantKey).
    std::map<std::set<std::string>, std::vector<CodeConstant>> constantSets_;
    Unit* unit_ = nullptr;
    std::optional<scenario::Diagnostic> error_;
    int depth_ = 0;
};

}  // namespace coroscope::language
