"""Logging set up from a dict (Lib/logging/config.py). From a file it cannot be: a scenario has none."""

import logging
import logging.handlers
import re

__all__ = ['dictConfig', 'dictConfigClass', 'fileConfig', 'BaseConfigurator', 'DictConfigurator']

_REFERENCE = re.compile('^(?P<prefix>[a-z]+)://(?P<suffix>.*)$')
_IDENTIFIER = re.compile('^[a-z_][a-z0-9_]*$', re.I)
_STEP = re.compile(r'^\.(\w+)|^\[\s*(\w+)\s*\]')


def fileConfig(fname, defaults=None, disable_existing_loggers=True, encoding=None):
    open(fname)


class _WaitsForTarget(ValueError):
    """The handler writes to another one, which is not made yet."""


class BaseConfigurator:
    """Resolves what the values in a configuration stand for."""

    value_converters = {'ext': 'ext_convert', 'cfg': 'cfg_convert'}

    def __init__(self, config):
        self.config = config

    def resolve(self, s):
        """The object of this dotted name."""
        parts = s.split('.')
        used = parts.pop(0)
        try:
            found = __import__(used)
            for part in parts:
                used += '.' + part
                try:
                    found = getattr(found, part)
                except AttributeError:
                    __import__(used)
                    found = getattr(found, part)
            return found
        except ImportError as error:
            raise ValueError(f'Cannot resolve {s!r}: {error}') from error

    def ext_convert(self, value):
        return self.resolve(value)

    def cfg_convert(self, value):
        """A part of the configuration itself: cfg://handlers.console[0]"""
        head = re.match(r'^(\w+)\s*', value)
        if head is None:
            raise ValueError(f'Unable to convert {value!r}')
        found = self.config[head[1]]
        rest = value[head.end():]
        while rest:
            step = _STEP.match(rest)
            if step is None:
                raise ValueError(f'Unable to convert {value!r} at {rest!r}')
            key = step[1] or step[2]
            found = found[int(key)] if key.isdigit() and not hasattr(found, 'keys') else found[key]
            rest = rest[step.end():]
        return self.convert(found)

    def convert(self, value):
        if isinstance(value, dict):
            return {key: self.convert(each) for key, each in value.items()}
        if isinstance(value, list):
            return [self.convert(each) for each in value]
        if isinstance(value, tuple) and not hasattr(value, '_fields'):
            return tuple([self.convert(each) for each in value])
        if isinstance(value, str) and (reference := _REFERENCE.match(value)):
            converter = self.value_converters.get(reference['prefix'])
            if converter is not None:
                return getattr(self, converter)(reference['suffix'])
        return value

    def configure_custom(self, config):
        """What a factory of the program's own (`()`) makes; then its attributes (`.`)."""
        factory = config.pop('()')
        if not callable(factory):
            factory = self.resolve(factory)
        return self._with_attributes(factory(**_arguments(config)), config)

    def _with_attributes(self, made, config):
        for name, value in (config.get('.') or {}).items():
            setattr(made, name, value)
        return made


def _arguments(config):
    return {key: value for key, value in config.items() if _IDENTIFIER.match(key)}


class DictConfigurator(BaseConfigurator):
    def configure(self):
        config = self.config
        if 'version' not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config['version'] != 1:
            raise ValueError(f'Unsupported version: {config["version"]}')
        if config.get('incremental', False):
            self._change_levels(config)
        else:
            self._replace_all(config)

    def _change_levels(self, config):
        for name, given in config.get('handlers', {}).items():
            if name not in logging._handlers:
                raise ValueError(f'No handler found with name {name!r}')
            try:
                if given.get('level'):
                    logging._handlers[name].setLevel(logging._checkLevel(given['level']))
            except Exception as error:
                raise ValueError(f'Unable to configure handler {name!r}') from error
        self._each(config.get('loggers', {}), 'logger', lambda name, given: self.configure_logger(name, given, True))
        if config.get('root'):
            self._root(config['root'], True)

    def _replace_all(self, config):
        disables = config.get('disable_existing_loggers', True)
        logging._handlers.clear()
        logging.handlers._close_all()
        self.formatters = self._each(config.get('formatters', {}), 'formatter',
                                     lambda name, given: self.configure_formatter(given))
        self.filters = self._each(config.get('filters', {}), 'filter', lambda name, given: self.configure_filter(given))
        self._make_handlers(config.get('handlers', {}))
        existing = {name: each for name, each in logging.root.manager.loggerDict.items()
                    if isinstance(each, logging.Logger)}
        wanted = config.get('loggers', {})
        self._each(wanted, 'logger', lambda name, given: self.configure_logger(name, given))
        for name in wanted:
            if name in existing:
                existing[name].disabled = False
        for name, each in existing.items():
            if name in wanted:
                continue
            if any([name.startswith(above + '.') for above in wanted]):
                each.level = logging.NOTSET
                each.handlers = []
                each.propagate = True
            else:
                each.disabled = disables
        if config.get('root'):
            self._root(config['root'], False)

    def _each(self, section, what, configure):
        made = {}
        for name in section:
            try:
                made[name] = configure(name, self.convert(section[name]))
            except Exception as error:
                raise ValueError(f'Unable to configure {what} {name!r}') from error
        return made

    def _root(self, given, incremental):
        try:
            self.configure_root(self.convert(given), incremental)
        except Exception as error:
            raise ValueError('Unable to configure root logger') from error

    def _make_handlers(self, section):
        self.handlers = {}
        waiting = []
        for name in sorted(section):
            try:
                self._make_handler(name, section[name])
            except Exception as error:
                if not isinstance(error.__cause__, _WaitsForTarget):
                    raise ValueError(f'Unable to configure handler {name!r}') from error
                waiting.append(name)
        for name in waiting:
            try:
                self._make_handler(name, section[name])
            except Exception as error:
                raise ValueError(f'Unable to configure handler {name!r}') from error

    def _make_handler(self, name, given):
        handler = self.configure_handler(self.convert(given))
        handler.name = name
        self.handlers[name] = handler

    def configure_formatter(self, config):
        if '()' in config:
            factory = config['()']
            try:
                return self.configure_custom(dict(config))
            except TypeError as error:
                if "'format'" not in str(error):
                    raise
                renamed = dict(config)
                renamed['fmt'] = renamed.pop('format')
                renamed['()'] = factory
                return self.configure_custom(renamed)
        kind = self.resolve(config['class']) if config.get('class') else logging.Formatter
        validate = [config['validate']] if 'validate' in config else []
        return kind(config.get('format'), config.get('datefmt'), config.get('style', '%'), *validate)

    def configure_filter(self, config):
        return self.configure_custom(config) if '()' in config else logging.Filter(config.get('name', ''))

    def add_filters(self, filterer, filters):
        for each in filters:
            try:
                filterer.addFilter(each if callable(each) or callable(getattr(each, 'filter', None))
                                   else self.filters[each])
            except Exception as error:
                raise ValueError(f'Unable to add filter {each!r}') from error

    def configure_handler(self, config):
        config = dict(config)
        formatter = config.pop('formatter', None)
        if formatter:
            try:
                formatter = self.formatters[formatter]
            except Exception as error:
                raise ValueError(f'Unable to set formatter {formatter!r}') from error
        level = config.pop('level', None)
        filters = config.pop('filters', None)
        if '()' in config:
            factory = config.pop('()')
            if not callable(factory):
                factory = self.resolve(factory)
        else:
            factory = self.resolve(config.pop('class'))
            self._resolve_target(factory, config)
        handler = self._with_attributes(factory(**_arguments(config)), config)
        if formatter:
            handler.setFormatter(formatter)
        if level is not None:
            handler.setLevel(logging._checkLevel(level))
        if filters:
            self.add_filters(handler, filters)
        return handler

    def _resolve_target(self, factory, config):
        """Of a handler that passes records on, the other one."""
        if not (isinstance(factory, type) and issubclass(factory, logging.handlers.MemoryHandler)
                and 'target' in config):
            return
        name = config['target']
        try:
            config['target'] = self.handlers[name]
        except KeyError:
            raise ValueError(f'Unable to set target handler {name!r}') from _WaitsForTarget(name)

    def add_handlers(self, logger, handlers):
        for each in handlers:
            try:
                logger.addHandler(self.handlers[each])
            except Exception as error:
                raise ValueError(f'Unable to add handler {each!r}') from error

    def common_logger_config(self, logger, config, incremental=False):
        level = config.get('level', None)
        if level is not None:
            logger.setLevel(logging._checkLevel(level))
        if incremental:
            return
        for handler in logger.handlers[:]:
            logger.removeHandler(handler)
        if config.get('handlers'):
            self.add_handlers(logger, config['handlers'])
        if config.get('filters'):
            self.add_filters(logger, config['filters'])

    def configure_logger(self, name, config, incremental=False):
        logger = logging.getLogger(name)
        self.common_logger_config(logger, config, incremental)
        logger.disabled = False
        if config.get('propagate', None) is not None:
            logger.propagate = config['propagate']

    def configure_root(self, config, incremental=False):
        self.common_logger_config(logging.getLogger(), config, incremental)


dictConfigClass = DictConfigurator


def dictConfig(config):
    dictConfigClass(config).configure()
