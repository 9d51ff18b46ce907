"""What can go wrong in a run; each error knows the exit code that the command line returns for it."""

# MarsadError
#   UsageError      the command was asked for something that does not exist        2
#   FetchRefused    an address that must not be fetched                            1
#   StoreBusy       another process owns the store                                 4
#   StoreDamaged    the ledger does not hold what it says                          5
#   StoreNewer      the store was written by a later version                       5


class MarsadError(Exception):
    """Something went wrong that a person can act on; its message says what, where and what to do."""

    exit_code = 1


class UsageError(MarsadError):
    """The command line asks for something that does not exist."""

    exit_code = 2


class FetchRefused(MarsadError):
    """An address was not fetched because it leads to where it must not."""


class StoreBusy(MarsadError):
    """Another process owns the store."""

    exit_code = 4

    def __init__(self, folder: str, owner: str) -> None:
        super().__init__(f"the store {folder} is in use by {owner}; wait until it ends, or stop it")
        self.owner = owner


class StoreDamaged(MarsadError):
    """The ledger does not hold what it says it holds."""

    exit_code = 5


class StoreNewer(MarsadError):
    """The store was written by a later version of the program."""

    exit_code = 5
