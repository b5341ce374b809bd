// hashlib (Lib/hashlib.py, Modules/_hashopenssl.c).
#include <nettle/hmac.h>
#include <nettle/nettle-meta.h>
#include <nettle/pbkdf2.h>
#include <vector>

#include <fmt/format.h>

#include "engine/runtime/effort.h"
#include "engine/runtime/modules/digests.h"
#include "engine/runtime/modules/modules.h"
#include "engine/runtime/native.h"
#include "engine/runtime/types/bytes.h"
#include "engine/runtime/types/common.h"

namespace coroscope::runtime {

namespace {

/// Nettle's name of an algorithm is hashlib's but for sha3: "sha3_256" is the same.
constexpr std::string_view kAlgorithms[] = {"md5",      "sha1",    "sha224",   "sha256",
                                            "sha384",   "sha512",  "sha3_224", "sha3_256",
                                            "sha3_384", "sha3_512"};

const nettle_hash* findAlgorithm(std::string_view name) {
    for (const std::string_view known : kAlgorithms) {
        if (known == name) return nettle_lookup_hash(std::string(name).c_str());
    }
    return nullptr;
}

/// Aligned memory for one computation.
using State = std::vector<std::max_align_t>;

State newState(const nettle_hash* algorithm) {
    State state(algorithm->context_size / sizeof(std::max_align_t) + 1);
    algorithm->init(state.data());
    return state;
}
void update(const nettle_hash* algorithm, State& state, std::string_view data) {
    algorithm->update(state.data(), data.size(),
                      reinterpret_cast<const std::uint8_t*>(data.data()));
}
/// The digest of what the state has seen. Works on a copy, as to ask ends a computation.
std::string finish(const nettle_hash* algorithm, State state) {
    std::string digest(algorithm->digest_size, '\0');
    algorithm->digest(state.data(), digest.size(), reinterpret_cast<std::uint8_t*>(digest.data()));
    return digest;
}

struct Hash : Object {
    const nettle_hash* algorithm = nullptr;
    State state;
};

Hash* self(const Arguments& a) { return a[0].as<Hash>(); }

Status feed(Vm& vm, Hash* hash, Value data) {
    if (isStr(data)) {
        return raise(vm, vm.exc.TypeError, "Strings must be encoded before hashing");
    }
    if (!isBytesLike(vm, data))
        return raise(vm, vm.exc.TypeError, "object supporting the buffer API required");
    const std::string_view bytes = bytesView(data);
    if (!spendEffort(vm, static_cast<std::int64_t>(bytes.size()))) return Raised{};
    update(hash->algorithm, hash->state, bytes);
    return kDone;
}

/// HASH(algorithm, data=b'', *, usedforsecurity=True), which the functions of the module call.
Ref makeHash(Vm& vm, Type* type, const nettle_hash* algorithm, Value data) {
    Ptr<Hash> hash = makeInstance<Hash>(vm, type);
    hash->algorithm = algorithm;
    hash->state = newState(algorithm);
    if (!data.isUnbound()) CORO_TRY(feed(vm, hash.get(), data));
    return std::move(hash).toRef();
}

Ref hashUpdate(Vm& vm, const Arguments& a) {
    CORO_TRY(feed(vm, self(a), a[1]));
    return Ref::none();
}
Ref hashDigest(Vm& vm, const Arguments& a) {
    return newBytes(vm, finish(self(a)->algorithm, self(a)->state));
}
Ref hashHexDigest(Vm& vm, const Arguments& a) {
    std::string text;
    for (const char byte : finish(self(a)->algorithm, self(a)->state))
        text += fmt::format("{:02x}", static_cast<unsigned char>(byte));
    return newStr(vm, text);
}
Ref hashCopy(Vm& vm, const Arguments& a) {
    Ptr<Hash> copy = makeInstance<Hash>(vm, self(a)->type);
    copy->algorithm = self(a)->algorithm;
    copy->state = self(a)->state;
    return std::move(copy).toRef();
}
Ref hashRepr(Vm& vm, Value value) {
    return newStr(vm, fmt::format("<{} _hashlib.HASH object @ {:#x}>",
                                  value.as<Hash>()->algorithm->name, vm.idOf(value)));
}

Type* makeHashType(Vm& vm) {
    TypeSpec spec;
    spec.name = "_hashlib.HASH";
    spec.flags = kTypeIsFinal | kTypeNoConstruct;
    spec.instanceBytes = sizeof(Hash);
    spec.slots.destroy = destroyAs<Hash>;
    spec.slots.repr = hashRepr;
    Type* type = makeType(vm, spec);
    addMethod(vm, type, "update", hashUpdate, 2, 2);
    addMethod(vm, type, "digest", hashDigest, 1, 1);
    addMethod(vm, type, "hexdigest", hashHexDigest, 1, 1);
    addMethod(vm, type, "copy", hashCopy, 1, 1);
    addGetter(vm, type, "name",
              [](Vm& v, Value value) { return newStr(v, value.as<Hash>()->algorithm->name); });
    addGetter(vm, type, "digest_size", [](Vm&, Value value) {
        return Ref::ofInt(value.as<Hash>()->algorithm->digest_size);
    });
    addGetter(vm, type, "block_size",
              [](Vm&, Value value) { return Ref::ofInt(value.as<Hash>()->algorithm->block_size); });
    return type;
}

/// The type of hashes, which the functions are bound to.
Type* hashType(const Arguments& a) { return a[0].as<Type>(); }

template <std::size_t I>
Ref construct(Vm& vm, const Arguments& a) {
    static constexpr std::string_view kNames[] = {"string", "usedforsecurity"};
    Value bound[2];
    CORO_TRY(bindArguments(vm, std::string("openssl_") + std::string(kAlgorithms[I]),
                           a.withoutFirst(), kNames, 0, 1, bound));
    return makeHash(vm, hashType(a), findAlgorithm(kAlgorithms[I]), bound[0]);
}

Ref newHash(Vm& vm, const Arguments& a) {
    static constexpr std::string_view kNames[] = {"name", "data", "usedforsecurity"};
    Value bound[3];
    CORO_TRY(bindArguments(vm, "new", a.withoutFirst(), kNames, 1, 2, bound));
    if (!isStr(bound[0])) return raise(vm, vm.exc.TypeError, "name must be a string");
    std::string name(viewOf(bound[0]));
    for (char& letter : name)
        letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
    const nettle_hash* algorithm = findAlgorithm(name);
    if (!algorithm)
        return raise(vm, vm.exc.ValueError, fmt::format("unsupported hash type {}", name));
    return makeHash(vm, hashType(a), algorithm, bound[1]);
}

/// HMAC with a key, in the form that nettle's pbkdf2 calls.
struct Mac {
    const nettle_hash* algorithm;
    State outer, inner, state;

    Mac(const nettle_hash* hash, std::string_view key)
        : algorithm(hash), outer(newState(hash)), inner(newState(hash)), state(newState(hash)) {
        nettle_hmac_set_key(outer.data(), inner.data(), state.data(), hash, key.size(),
                            reinterpret_cast<const std::uint8_t*>(key.data()));
    }
    static void update(void* self, std::size_t size, const std::uint8_t* data) {
        auto* mac = static_cast<Mac*>(self);
        mac->algorithm->update(mac->state.data(), size, data);
    }
    static void digest(void* self, std::size_t size, std::uint8_t* data) {
        auto* mac = static_cast<Mac*>(self);
        nettle_hmac_digest(mac->outer.data(), mac->inner.data(), mac->state.data(), mac->algorithm,
                           size, data);
    }
};

/// pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None)
Ref deriveKey(Vm& vm, const Arguments& a) {
    static constexpr std::string_view kNames[] = {"hash_name", "password", "salt", "iterations",
                                                  "dklen"};
    Value bound[5];
    CORO_TRY(bindArguments(vm, "pbkdf2_hmac", a, kNames, 4, 5, bound));
    if (!isStr(bound[0])) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("pbkdf2_hmac() argument 'hash_name' must be str, not {}",
                                 vm.typeOf(bound[0])->nameView()));
    }
    const nettle_hash* algorithm = findAlgorithm(viewOf(bound[0]));
    if (!algorithm) return raise(vm, vm.exc.ValueError, "[digital envelope routines] unsupported");
    for (const Value each : {bound[1], bound[2]}) {
        if (isBytesLike(vm, each)) continue;
        return raise(
            vm, vm.exc.TypeError,
            fmt::format("a bytes-like object is required, not '{}'", vm.typeOf(each)->nameView()));
    }
    const std::int64_t iterations = CORO_TRY(asIndex(vm, bound[3]));
    if (iterations < 1)
        return raise(vm, vm.exc.ValueError, "iteration value must be greater than 0.");
    if (iterations > INT32_MAX)
        return raise(vm, vm.exc.OverflowError, "iteration value is too great.");
    const std::int64_t length = bound[4].isUnbound() || bound[4].isNone()
                                    ? algorithm->digest_size
                                    : CORO_TRY(asIndex(vm, bound[4]));
    if (length < 1) return raise(vm, vm.exc.ValueError, "key length must be greater than 0.");
    if (length > INT32_MAX) return raise(vm, vm.exc.OverflowError, "key length is too great.");
    // About what an iteration takes, compared with an instruction.
    const std::int64_t blocks = length / algorithm->digest_size + 1;
    const double work = 250.0 * static_cast<double>(iterations) * static_cast<double>(blocks);
    if (!spendEffort(vm, static_cast<std::int64_t>(std::min(work, 1e18)))) return Raised{};
    CORO_TRY(reserveBytes(vm, 2 * static_cast<std::size_t>(length)));
    std::string key(static_cast<std::size_t>(length), '\0');
    const std::string_view salt = bytesView(bound[2]);
    Mac mac(algorithm, bytesView(bound[1]));
    nettle_pbkdf2(&mac, Mac::update, Mac::digest, algorithm->digest_size,
                  static_cast<unsigned>(iterations), salt.size(),
                  reinterpret_cast<const std::uint8_t*>(salt.data()), key.size(),
                  reinterpret_cast<std::uint8_t*>(key.data()));
    return newBytes(vm, key);
}

template <std::size_t... I>
void addConstructors(Vm& vm, Dict* dict, Value type, std::index_sequence<I...>) {
    (setValue(vm, dict, kAlgorithms[I],
              makeBoundNative(vm, std::string("openssl_") + std::string(kAlgorithms[I]),
                              construct<I>, type, 1, kAnyCount, kKeywords)
                  .value()),
     ...);
}

}  // namespace

std::string digestOf(std::string_view name, std::string_view data) {
    const nettle_hash* algorithm = findAlgorithm(name);
    State state = newState(algorithm);
    update(algorithm, state, data);
    return finish(algorithm, std::move(state));
}

Ref makeHashlibModule(Vm& vm) {
    Ptr<Module> module = makeModule(vm, "hashlib");
    Dict* dict = module->dict.get();
    const Value type(makeHashType(vm));
    addConstructors(vm, dict, type, std::make_index_sequence<std::size(kAlgorithms)>());
    setValue(vm, dict, "new",
             makeBoundNative(vm, "new", newHash, type, 1, kAnyCount, kKeywords).value());
    addFunction(vm, dict, "pbkdf2_hmac", deriveKey, 0, kAnyCount, kKeywords);
    Ptr<Set> names = makeSet(vm);
    for (const std::string_view name : kAlgorithms)
        CORO_TRY(setAdd(vm, names.get(), Value(vm.intern(name))));
    setValue(vm, dict, "algorithms_guaranteed", names.value());
    setValue(vm, dict, "algorithms_available", names.value());
    return std::move(module).toRef();
}

}  // namespace coroscope::runtime
