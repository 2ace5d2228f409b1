package dev.tidegate.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLocksTest {

  @Test
  void aLockIsTakenOnceAndIsFreeAfterwards(@TempDir Path folder) throws Exception {
    var file = folder.resolve("a.lock");

    try (var held = FileLocks.take(file)) {
      assertThat(held).isNotNull();
      assertThat(FileLocks.tryTake(file)).isEmpty();
    }

    FileLocks.take(file).close();
  }

  @Test
  void aLockThatCouldNotBeOpenedCanBeTakenLater(@TempDir Path folder) throws Exception {
    var file = Files.createDirectory(folder.resolve("a.lock"));
    assertThatThrownBy(() -> FileLocks.tryTake(file)).isInstanceOf(IOException.class);
    Files.delete(file);

    FileLocks.take(file).close();
  }
}
